-- What staff-service told. No foreign keys and no unique business numbers: see package directory.
create table directory_institution (
    id binary(16) not null primary key,
    association_id binary(16) not null,
    code varchar(50) character set utf8mb4 collate utf8mb4_bin not null,
    name varchar(200) not null,
    tier varchar(40) not null,
    latitude double null,
    longitude double null,
    key directory_institution_code (association_id, code)
) character set utf8mb4;

create table directory_member (
    id binary(16) not null primary key,
    association_id binary(16) not null,
    staff_no varchar(50) character set utf8mb4 collate utf8mb4_bin not null,
    name varchar(200) not null,
    category varchar(40) not null,
    title varchar(40) not null,
    specialty varchar(100) null,
    specialty_since date null,
    institution_head boolean not null,
    key directory_member_staff_no (association_id, staff_no)
) character set utf8mb4;

create table directory_appointment (
    id binary(16) not null primary key,
    association_id binary(16) not null,
    member_id binary(16) not null,
    institution_id binary(16) not null,
    fte_percent smallint not null,
    main boolean not null,
    valid_from date not null,
    valid_to date null,
    key directory_appointment_member (member_id),
    key directory_appointment_place (association_id, institution_id, valid_from)
) character set utf8mb4;

create table directory_licence (
    id binary(16) not null primary key,
    association_id binary(16) not null,
    member_id binary(16) not null,
    number varchar(50) not null,
    kind varchar(40) not null,
    category varchar(40) not null,
    scope varchar(200) null,
    main_institution_id binary(16) not null,
    valid_from date not null,
    valid_to date null,
    suspended_from date null,
    suspended_to date null,
    revoked_from date null,
    key directory_licence_member (association_id, member_id)
) character set utf8mb4;
