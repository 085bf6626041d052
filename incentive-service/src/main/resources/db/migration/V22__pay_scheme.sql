-- How work becomes pay, as data. The terms are a JSON document: read and written as a whole, never searched.
create table pay_scheme (
    id binary(16) not null primary key,
    association_id binary(16) not null,
    version bigint not null,
    name varchar(200) collate utf8mb4_bin not null,
    edition int not null comment '1, 2, … of the same name',
    valid_from char(7) not null comment 'the first month it may be in force for',
    status varchar(20) not null,
    terms mediumtext not null,
    created_by varchar(100) collate utf8mb4_bin not null,
    created_at datetime(6) not null,
    published_by varchar(100) collate utf8mb4_bin null,
    published_at datetime(6) null,
    unique key pay_scheme_edition (association_id, name, edition),
    key pay_scheme_list (association_id, id),
    key pay_scheme_in_force (association_id, status, valid_from, published_at),
    constraint pay_scheme_status check (status in ('draft', 'published')),
    constraint pay_scheme_published check ((status = 'published') = (published_at is not null)
        and (published_by is null) = (published_at is null)),
    constraint pay_scheme_second_person check (published_by is null or published_by <> created_by)
) default character set utf8mb4;

-- Which scheme a run was calculated with; null: by the policy performance-pay.
alter table pay_input_snapshot add column pay_scheme_id binary(16) null;
alter table pay_input_snapshot add constraint pay_input_snapshot_scheme foreign key (pay_scheme_id) references pay_scheme (id);
alter table pay_input_institution add column tier varchar(40) not null default '' comment 'empty: the run is older than schemes';
alter table pay_input_institution add column preference decimal(6, 4) not null default 1 comment 'on population × score';
alter table pay_simulation add column pay_scheme_id binary(16) null comment 'null: as the run had it; a draft may be gone by now';
