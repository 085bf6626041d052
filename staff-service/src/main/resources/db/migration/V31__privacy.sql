-- Who was shown whose personal numbers, and why; never the numbers.
create table disclosure (
    id binary(16) not null primary key,
    association_id binary(16) not null,
    member_id binary(16) not null,
    fields varchar(100) character set ascii collate ascii_bin not null,
    reason varchar(500) not null,
    disclosed_at datetime(6) not null,
    disclosed_to varchar(100) not null,
    key disclosure_member (member_id),
    constraint disclosure_member foreign key (member_id) references member (id)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- How much of the allowance of an hour somebody has used; the row is the lock of their disclosures.
create table disclosure_allowance (
    association_id binary(16) not null,
    disclosed_to varchar(100) not null,
    hour_began datetime(6) not null,
    used int not null,
    primary key (association_id, disclosed_to)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

alter table member add column erased_at datetime(6) null comment 'who it was is no longer told by this row';

-- Personal data to be erased: asked for by one person, decided by another.
create table erasure (
    id binary(16) not null primary key,
    association_id binary(16) not null,
    version bigint not null,
    member_id binary(16) not null,
    state varchar(10) character set ascii collate ascii_bin not null,
    reason varchar(500) not null,
    proposed_at datetime(6) not null,
    proposed_by varchar(100) not null,
    decided_at datetime(6) null,
    decided_by varchar(100) null,
    decision_reason varchar(500) null,
    kept_until date null comment 'day on which the sealed identity goes as well; null when nothing is kept',
    kept_sealed varbinary(4000) null comment 'AES-GCM: who it was, as long as law asks to keep that',
    open_case tinyint generated always as (case when state = 'proposed' then 1 end) stored,
    unique key erasure_open (member_id, open_case),
    key erasure_list (association_id, id),
    constraint erasure_member foreign key (member_id) references member (id),
    constraint erasure_state check (state in ('proposed', 'approved', 'refused')),
    constraint erasure_decided check ((state = 'proposed') = (decided_by is null)),
    constraint erasure_four_eyes check (decided_by <> proposed_by),
    constraint erasure_kept check (kept_sealed is null or kept_until is not null)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;
