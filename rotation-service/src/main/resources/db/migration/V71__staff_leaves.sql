-- Leaves of absence as staff-service tells them: long ones, and not why.
create table staff_leave (
    id binary(16) not null primary key,
    association_id binary(16) not null,
    member_id binary(16) not null,
    valid_from date not null comment 'first day away',
    valid_to date null comment 'first day back; null while nobody knows',
    annulled boolean not null comment 'it never was',
    key staff_leave_member (association_id, member_id, valid_from)
) character set utf8mb4;
