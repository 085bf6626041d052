-- What somebody was told; never changed. Exactly one kind of recipient.
create table notification (
    id binary(16) not null primary key,
    association_id binary(16) not null,
    kind varchar(60) not null,
    subject_type varchar(60) not null,
    subject_id binary(16) not null,
    args longtext not null comment 'JSON: values in the text',
    member_id binary(16) null,
    account varchar(100) collate utf8mb4_bin null,
    role varchar(40) null,
    institution_code varchar(50) collate utf8mb4_bin null,
    raised_at datetime(6) not null,
    key notification_member (association_id, member_id, id),
    key notification_account (association_id, account, id),
    key notification_role (association_id, role, institution_code, id),
    key notification_subject (subject_id),
    constraint notification_recipient check (
        (member_id is not null and account is null and role is null and institution_code is null)
        or (member_id is null and account is not null and role is null and institution_code is null)
        or (member_id is null and account is null and role is not null and institution_code is not null))
) character set utf8mb4;

create table notification_reading (
    notification_id binary(16) not null,
    account varchar(100) collate utf8mb4_bin not null,
    read_at datetime(6) not null,
    primary key (notification_id, account),
    constraint notification_reading_of foreign key (notification_id) references notification (id)
) character set utf8mb4;
