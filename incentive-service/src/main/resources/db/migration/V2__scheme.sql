create table indicator_scheme (
    id binary(16) not null primary key,
    association_id binary(16) not null,
    version bigint not null,
    name varchar(200) collate utf8mb4_bin not null,
    edition int not null comment '1, 2, … of the same name',
    status varchar(20) not null,
    created_by varchar(100) not null,
    created_at datetime(6) not null,
    published_by varchar(100) null,
    published_at datetime(6) null,
    unique key indicator_scheme_edition (association_id, name, edition),
    key indicator_scheme_list (association_id, id),
    constraint indicator_scheme_status check (status in ('draft', 'published')),
    constraint indicator_scheme_published check ((status = 'published') = (published_at is not null))
) default character set utf8mb4;

create table indicator (
    scheme_id binary(16) not null,
    code varchar(50) collate utf8mb4_bin not null,
    association_id binary(16) not null,
    position int not null,
    name varchar(200) not null,
    name_en varchar(200) null,
    weight decimal(7, 6) not null,
    target decimal(20, 6) not null,
    floor_value decimal(20, 6) not null,
    scoring varchar(20) not null,
    primary key (scheme_id, code),
    constraint indicator_of_scheme foreign key (scheme_id) references indicator_scheme (id),
    constraint indicator_weight check (weight > 0 and weight <= 1),
    constraint indicator_target check (target > 0 and floor_value >= 0 and floor_value < target),
    constraint indicator_scoring check (scoring in ('linear', 'ratio', 'threshold', 'reverse'))
) default character set utf8mb4;
