-- Bitemporal, as appointments are: a row is never changed but for superseded_at; a correction is the next revision.
create table leave_of_absence (
    id binary(16) not null,
    revision int not null,
    association_id binary(16) not null,
    member_id binary(16) not null,
    kind varchar(20) character set ascii collate ascii_bin not null,
    valid_from date not null,
    valid_to date null comment 'first day back; null while nobody knows',
    recorded_at datetime(6) not null,
    superseded_at datetime(6) null,
    recorded_by varchar(100) not null,
    reason varchar(500) null,
    believed tinyint generated always as (case when superseded_at is null then 1 end) stored
        comment '1 or null, so that unique keys bind believed rows only',
    primary key (id, revision),
    unique key leave_of_absence_believed (id, believed),
    key leave_of_absence_member (member_id, believed, valid_from),
    constraint leave_of_absence_member foreign key (member_id) references member (id),
    constraint leave_of_absence_valid check (valid_to > valid_from),
    constraint leave_of_absence_recorded check (superseded_at > recorded_at)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- Which leaves have begun or ended on their day, each told once.
create table leave_effect (
    leave_id binary(16) not null,
    kind varchar(10) character set ascii collate ascii_bin not null,
    effective_on date not null,
    association_id binary(16) not null,
    primary key (leave_id, kind, effective_on),
    constraint leave_effect_kind check (kind in ('began', 'ended'))
) character set utf8mb4 collate utf8mb4_unicode_520_ci;
