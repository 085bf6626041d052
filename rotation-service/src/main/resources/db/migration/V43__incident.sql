-- Medical incidents in practice under an agreement, and who bears the damage (M3).
create table incident (
    id binary(16) not null primary key,
    association_id binary(16) not null,
    version bigint not null,
    agreement_id binary(16) not null,
    agreement_version int not null comment 'the version in force when it occurred',
    member_id binary(16) not null,
    home_institution_id binary(16) not null,
    host_institution_id binary(16) not null,
    service_record_id binary(16) null,
    occurred_at datetime(6) not null,
    severity varchar(20) not null,
    description varchar(2000) not null,
    home_percent decimal(5, 2) not null,
    host_percent decimal(5, 2) not null,
    member_percent decimal(5, 2) not null,
    status varchar(20) not null,
    damage_fen bigint null,
    home_fen bigint null,
    host_fen bigint null,
    member_fen bigint null,
    override_id binary(16) null comment 'when the parts are not those of the agreement',
    reported_by varchar(100) collate utf8mb4_bin not null,
    settled_by varchar(100) collate utf8mb4_bin null,
    closed_by varchar(100) collate utf8mb4_bin null,
    key incident_member (association_id, member_id),
    key incident_home (association_id, home_institution_id),
    key incident_host (association_id, host_institution_id, occurred_at),
    constraint incident_agreement foreign key (agreement_id) references practice_agreement (id),
    constraint incident_status check (status in ('reported', 'under-review', 'settled', 'closed')),
    constraint incident_severity check (severity in ('near-miss', 'minor', 'moderate', 'severe', 'death')),
    -- No fen is lost or made.
    constraint incident_parts check (damage_fen is null or (home_fen >= 0 and host_fen >= 0 and member_fen >= 0
        and home_fen + host_fen + member_fen = damage_fen)),
    constraint incident_settled check (status in ('reported', 'under-review') or (damage_fen is not null and home_fen is not null
        and host_fen is not null and member_fen is not null)),
    constraint incident_eyes check (settled_by <> reported_by and closed_by <> settled_by)
) character set utf8mb4;

-- The life of an incident, row by row; never changed.
create table incident_step (
    incident_id binary(16) not null,
    position smallint not null,
    action varchar(30) not null,
    actor varchar(100) collate utf8mb4_bin not null,
    taken_at datetime(6) not null,
    note varchar(2000) null,
    primary key (incident_id, position),
    constraint incident_step_of foreign key (incident_id) references incident (id)
) character set utf8mb4;

-- Other parts than the agreement's: one institution proposes, the other consents.
create table incident_override (
    id binary(16) not null primary key,
    incident_id binary(16) not null,
    version bigint not null,
    home_fen bigint not null,
    host_fen bigint not null,
    member_fen bigint not null,
    reason varchar(1000) not null,
    state varchar(20) not null,
    proposed_for binary(16) not null,
    proposed_by varchar(100) collate utf8mb4_bin not null,
    proposed_at datetime(6) not null,
    decided_by varchar(100) collate utf8mb4_bin null,
    decided_at datetime(6) null,
    decision_note varchar(1000) null,
    open_incident binary(16) null comment 'the incident while it is proposed: one at a time',
    unique key incident_override_open (open_incident),
    constraint incident_override_of foreign key (incident_id) references incident (id),
    constraint incident_override_state check (state in ('proposed', 'consented', 'refused', 'withdrawn')),
    constraint incident_override_parts check (home_fen >= 0 and host_fen >= 0 and member_fen >= 0),
    constraint incident_override_decided check ((state = 'proposed') = (decided_by is null)),
    constraint incident_override_eyes check (state = 'withdrawn' or decided_by <> proposed_by)
) character set utf8mb4;
