-- Files that prove a licence, a sanction on one or an assessment. What they are called and what they hold is sealed like any personal value.
create table evidence_file (
    id binary(16) not null primary key,
    association_id binary(16) not null,
    version bigint not null,
    owner_kind varchar(12) character set ascii collate ascii_bin not null,
    owner_id binary(16) not null,
    member_id binary(16) not null comment 'whose licence it is',
    name_sealed varbinary(1000) null comment 'AES-GCM; null once the content is destroyed',
    media_type varchar(20) character set ascii collate ascii_bin not null,
    size_bytes int not null,
    content_hash binary(32) not null comment 'SHA-256 of what was uploaded; stays as a trace when the content is destroyed',
    scan varchar(12) character set ascii collate ascii_bin not null,
    uploaded_at datetime(6) not null,
    uploaded_by varchar(100) not null,
    withdrawn_at datetime(6) null,
    withdrawn_by varchar(100) null,
    withdrawal_reason varchar(500) null,
    kept_until date null comment 'day on which the content of a withdrawn file is destroyed',
    destroyed_at datetime(6) null,
    standing tinyint generated always as (case when withdrawn_at is null then 1 end) stored
        comment '1 or null, so that the unique key binds standing rows only',
    unique key evidence_file_once (owner_kind, owner_id, content_hash, standing),
    key evidence_file_list (association_id, owner_kind, owner_id, id),
    key evidence_file_member (member_id),
    constraint evidence_file_member foreign key (member_id) references member (id),
    constraint evidence_file_owner check (owner_kind in ('licence', 'sanction', 'assessment')),
    constraint evidence_file_scan check (scan in ('clean', 'not-scanned')),
    constraint evidence_file_size check (size_bytes > 0),
    constraint evidence_file_withdrawn check ((withdrawn_at is null) = (kept_until is null)),
    constraint evidence_file_destroyed check ((destroyed_at is null) = (name_sealed is not null))
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- The content in pieces that fit any packet size; gone when it is destroyed.
create table evidence_chunk (
    file_id binary(16) not null,
    number int not null,
    association_id binary(16) not null,
    content mediumblob not null comment 'sealed',
    primary key (file_id, number),
    constraint evidence_chunk_file foreign key (file_id) references evidence_file (id)
);
