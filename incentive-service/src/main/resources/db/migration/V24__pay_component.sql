-- Post salary and allowances: amounts of a pay scheme that do not hang on points.
alter table pay_input_person add column category varchar(40) null comment 'null: the run is older than post salaries';
alter table pay_line add column fixed_fen bigint not null default 0 comment 'of the amount: salary and allowances';
alter table pay_line drop constraint pay_line_amount;
alter table pay_line add constraint pay_line_amount
    check (fixed_fen >= 0 and amount_fen >= fixed_fen and (amount_fen = fixed_fen or point_minutes > 0));
alter table pay_share add column fixed_fen bigint not null default 0 comment 'salaries and allowances of its people';
alter table pay_share add constraint pay_share_fixed check (fixed_fen >= 0);

create table pay_component (
    run_id binary(16) not null,
    member_id binary(16) not null,
    institution_id binary(16) not null,
    term varchar(50) collate utf8mb4_bin not null comment 'code in the pay scheme of the run',
    association_id binary(16) not null,
    quantity decimal(20, 4) not null comment 'minutes, services or sites',
    amount_fen bigint not null,
    primary key (run_id, member_id, institution_id, term),
    constraint pay_component_of_line foreign key (run_id, member_id, institution_id)
        references pay_line (run_id, member_id, institution_id),
    constraint pay_component_amount check (amount_fen > 0 and quantity > 0)
) default character set utf8mb4;
