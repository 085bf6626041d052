-- Money that institutions were paid of appropriations and have not used, given to the performance pay of a month.
create table pool_funding (
    id binary(16) not null primary key,
    association_id binary(16) not null,
    version bigint not null,
    month char(7) not null,
    name varchar(200) not null,
    status varchar(20) not null,
    requested_by varchar(100) collate utf8mb4_bin not null,
    requested_at datetime(6) not null,
    decided_by varchar(100) collate utf8mb4_bin null,
    decided_at datetime(6) null,
    reason varchar(1000) null,
    pool_id binary(16) null,
    unique key pool_funding_pool (pool_id),
    key pool_funding_list (association_id, id),
    constraint pool_funding_of foreign key (pool_id) references pay_pool (id),
    constraint pool_funding_status check (status in ('requested', 'approved', 'rejected')),
    constraint pool_funding_decided check ((status = 'requested') = (decided_by is null) and (decided_by is null) = (decided_at is null)),
    constraint pool_funding_received check ((status = 'approved') = (pool_id is not null)),
    constraint pool_funding_second_person check (decided_by is null or decided_by <> requested_by)
) default character set utf8mb4;

create table pool_funding_part (
    funding_id binary(16) not null,
    position int not null,
    association_id binary(16) not null,
    appropriation_id binary(16) not null,
    institution_code varchar(50) collate utf8mb4_bin not null,
    purpose varchar(50) collate utf8mb4_bin not null,
    amount_fen bigint not null,
    use_id binary(16) null comment 'the use that it is recorded as, once approved',
    primary key (funding_id, position),
    unique key pool_funding_part_use (use_id),
    constraint pool_funding_part_of foreign key (funding_id) references pool_funding (id),
    constraint pool_funding_part_use_of foreign key (use_id) references fund_use (id),
    constraint pool_funding_part_purpose foreign key (appropriation_id, purpose)
        references appropriation_purpose (appropriation_id, code),
    constraint pool_funding_part_amount check (amount_fen > 0)
) default character set utf8mb4;
