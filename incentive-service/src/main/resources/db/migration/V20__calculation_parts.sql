-- A calculation goes stage by stage and part by part, each part one transaction, so that a killed one goes on where it stood.
alter table pay_run_calculation add column stage varchar(20) not null default 'open';
alter table pay_run_calculation add constraint pay_run_calculation_stage
    check (stage in ('open', 'records', 'people', 'balance', 'lines', 'statements', 'close', 'done'));
update pay_run_calculation set stage = 'done' where status = 'finished';

create table pay_run_part (
    calculation_id binary(16) not null,
    stage varchar(20) not null,
    part_no int not null,
    association_id binary(16) not null,
    institution_id binary(16) null comment 'of stages by institution',
    from_member binary(16) null comment 'of stages by person: from here',
    to_member binary(16) null comment 'to before here',
    done boolean not null default false,
    primary key (calculation_id, stage, part_no),
    constraint pay_run_part_of foreign key (calculation_id) references pay_run_calculation (id),
    constraint pay_run_part_stage check (stage in ('records', 'people', 'lines', 'statements')),
    constraint pay_run_part_range check ((from_member is null) = (to_member is null)
        and (institution_id is null) = (from_member is not null))
) default character set utf8mb4;
