-- What this service knows of the rest of the association, from events alone: the newest state of each aggregate.
-- Codes and staff numbers are unique at their source; here they are only looked up, so that events may come in any order.
create table directory_institution (
    id binary(16) not null primary key,
    association_id binary(16) not null,
    version bigint not null,
    code varchar(50) collate utf8mb4_bin not null,
    name varchar(200) not null,
    name_en varchar(200) null,
    tier varchar(40) not null,
    population bigint not null,
    key directory_institution_code (association_id, code),
    constraint directory_institution_population check (population >= 0)
) default character set utf8mb4;

create table directory_member (
    id binary(16) not null primary key,
    association_id binary(16) not null,
    version bigint not null,
    staff_no varchar(50) collate utf8mb4_bin not null,
    name varchar(200) not null,
    name_latin varchar(200) null,
    category varchar(40) not null,
    title varchar(40) not null,
    key directory_member_staff_no (association_id, staff_no)
) default character set utf8mb4;

create table directory_service_record (
    id binary(16) not null primary key,
    association_id binary(16) not null,
    version bigint not null,
    source_id varchar(200) not null,
    member_id binary(16) not null,
    institution_id binary(16) not null,
    kind varchar(40) not null,
    started_at datetime(6) not null,
    ended_at datetime(6) not null,
    month char(7) not null comment 'in which it started, in the zone of the association',
    minutes int not null,
    night boolean not null,
    status varchar(20) not null,
    lawful boolean not null,
    key directory_service_record_month (association_id, month, status, lawful, institution_id),
    constraint directory_service_record_minutes check (minutes > 0)
) default character set utf8mb4;
