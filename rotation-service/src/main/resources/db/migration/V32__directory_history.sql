-- What was known here of members, appointments and licences when; a row is only ever closed. The history begins with what was known on the
-- day of this migration.
create table directory_member_history (
    id binary(16) not null,
    association_id binary(16) not null,
    staff_no varchar(50) character set utf8mb4 collate utf8mb4_bin not null,
    name varchar(200) not null,
    category varchar(40) not null,
    title varchar(40) not null,
    specialty varchar(100) null,
    specialty_since date null,
    institution_head boolean not null,
    recorded_at datetime(6) not null,
    superseded_at datetime(6) null,
    key directory_member_history_member (association_id, id, recorded_at),
    key directory_member_history_open (id, superseded_at)
) character set utf8mb4;

create table directory_appointment_history (
    id binary(16) not null,
    association_id binary(16) not null,
    member_id binary(16) not null,
    institution_id binary(16) not null,
    fte_percent smallint not null,
    main boolean not null,
    valid_from date not null,
    valid_to date null,
    recorded_at datetime(6) not null,
    superseded_at datetime(6) null,
    key directory_appointment_history_member (association_id, member_id, recorded_at),
    key directory_appointment_history_open (member_id, superseded_at)
) character set utf8mb4;

create table directory_licence_history (
    id binary(16) not null,
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
    recorded_at datetime(6) not null,
    superseded_at datetime(6) null,
    key directory_licence_history_member (association_id, member_id, recorded_at),
    key directory_licence_history_open (id, superseded_at)
) character set utf8mb4;

insert into directory_member_history (id, association_id, staff_no, name, category, title, specialty, specialty_since,
        institution_head, recorded_at)
    select id, association_id, staff_no, name, category, title, specialty, specialty_since, institution_head, utc_timestamp(6)
    from directory_member;
insert into directory_appointment_history (id, association_id, member_id, institution_id, fte_percent, main, valid_from, valid_to,
        recorded_at)
    select id, association_id, member_id, institution_id, fte_percent, main, valid_from, valid_to, utc_timestamp(6)
    from directory_appointment;
insert into directory_licence_history (id, association_id, member_id, number, kind, category, scope, main_institution_id,
        valid_from, valid_to, suspended_from, suspended_to, revoked_from, recorded_at)
    select id, association_id, member_id, number, kind, category, scope, main_institution_id, valid_from, valid_to,
        suspended_from, suspended_to, revoked_from, utc_timestamp(6) from directory_licence;
