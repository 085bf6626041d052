create table pay_pool (
    id binary(16) not null primary key,
    association_id binary(16) not null,
    version bigint not null,
    month char(7) not null,
    name varchar(200) not null,
    source varchar(200) not null comment 'where the money comes from',
    amount_fen bigint not null,
    created_by varchar(100) not null,
    created_at datetime(6) not null,
    key pay_pool_list (association_id, id),
    constraint pay_pool_amount check (amount_fen > 0)
) default character set utf8mb4;
