-- Why a licence is suspended or revoked: one row per decision, never deleted. How the licence stands follows from the open rows.
create table licence_sanction (
    id binary(16) not null primary key,
    licence_id binary(16) not null,
    association_id binary(16) not null,
    kind varchar(10) character set ascii collate ascii_bin not null,
    origin varchar(10) character set ascii collate ascii_bin not null,
    cause_id binary(16) null comment 'the assessment that it follows from',
    from_day date not null,
    to_day date null comment 'first day after it; from_day itself when it was taken back',
    reason varchar(500) null comment 'null only where a file gave none',
    recorded_at datetime(6) not null,
    recorded_by varchar(100) not null,
    ended_at datetime(6) null comment 'null while open',
    ended_by varchar(100) null,
    end_reason varchar(500) null,
    key licence_sanction_licence (licence_id, from_day),
    key licence_sanction_cause (cause_id),
    constraint licence_sanction_kind check (kind in ('suspension', 'revocation')),
    constraint licence_sanction_origin check (origin in ('office', 'file', 'assessment') and (origin = 'assessment') = (cause_id is not null)),
    constraint licence_sanction_period check (to_day >= from_day),
    constraint licence_sanction_end check ((ended_at is null) = (ended_by is null))
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

insert into licence_sanction (id, licence_id, association_id, kind, origin, from_day, to_day, reason, recorded_at, recorded_by)
select unhex(replace(uuid(), '-', '')), id, association_id,
    case when status = 'revoked' then 'revocation' else 'suspension' end, 'office',
    case when status = 'revoked' then revoked_from else suspended_from end,
    case when status = 'revoked' then null else suspended_to end, status_reason, recorded_at, recorded_by
from licence where believed = 1 and status <> 'active';

insert into agenda_item (id, association_id, work, subject_id, due_on, attempts, retry_at)
select unhex(replace(uuid(), '-', '')), association_id, 'licence-lift', id, suspended_to, 0, recorded_at
from licence where believed = 1 and status = 'suspended' and suspended_to is not null;
