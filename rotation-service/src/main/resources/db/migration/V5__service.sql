create table service_record (
    id binary(16) not null primary key,
    association_id binary(16) not null,
    version bigint not null,
    source_id varchar(100) collate utf8mb4_bin not null,
    member_id binary(16) not null,
    institution_id binary(16) not null,
    duty_id binary(16) null,
    kind varchar(20) not null,
    started_at datetime(6) not null,
    ended_at datetime(6) not null,
    night boolean not null,
    status varchar(20) not null,
    reason varchar(1000) null comment 'of a dispute',
    recorded_by varchar(100) collate utf8mb4_bin not null,
    confirmed_by varchar(100) collate utf8mb4_bin null,
    changed_at datetime(6) not null,
    unique key service_record_source (association_id, source_id),
    key service_record_member (association_id, member_id, started_at),
    key service_record_place (association_id, institution_id, started_at),
    constraint service_record_status check (status in ('recorded', 'confirmed', 'disputed')),
    constraint service_record_kind check (kind in ('duty', 'clinic', 'outreach', 'training')),
    constraint service_record_times check (ended_at > started_at and ended_at <= started_at + interval 24 hour),
    constraint service_record_eyes check (confirmed_by <> recorded_by),
    constraint service_record_confirmed check (status <> 'confirmed' or confirmed_by is not null)
) character set utf8mb4;

-- What a record said before it was corrected; only grows.
create table service_record_revision (
    id binary(16) not null,
    version bigint not null,
    member_id binary(16) not null,
    institution_id binary(16) not null,
    duty_id binary(16) null,
    kind varchar(20) not null,
    started_at datetime(6) not null,
    ended_at datetime(6) not null,
    status varchar(20) not null,
    recorded_by varchar(100) collate utf8mb4_bin not null,
    confirmed_by varchar(100) collate utf8mb4_bin null,
    changed_at datetime(6) not null,
    primary key (id, version)
) character set utf8mb4;
