-- Exceptions of single people from the association's limits of hours, runs and rest (M7).
create table personal_limit (
    id binary(16) not null primary key,
    association_id binary(16) not null,
    version bigint not null,
    member_id binary(16) not null,
    home_institution_id binary(16) not null comment 'whose office decides',
    valid_from date not null,
    valid_to date not null comment 'exclusive',
    limit_values varchar(4000) not null comment 'JSON: the limits that differ',
    reason varchar(1000) not null,
    state varchar(20) not null,
    requested_by varchar(100) collate utf8mb4_bin not null,
    requested_at datetime(6) not null,
    second_person boolean not null comment 'whether policy asked for one when it was requested',
    decided_by varchar(100) collate utf8mb4_bin null,
    decided_at datetime(6) null,
    decision_reason varchar(1000) null,
    key personal_limit_member (association_id, member_id, valid_from),
    key personal_limit_place (association_id, home_institution_id, id),
    constraint personal_limit_state check (state in ('requested', 'in-force', 'refused', 'ended')),
    constraint personal_limit_days check (valid_to > valid_from),
    -- Four eyes where policy asks for them; ending is a step of one person.
    constraint personal_limit_eyes check (state = 'ended' or decided_by <> requested_by),
    constraint personal_limit_decided check (state <> 'in-force' or not second_person or decided_by is not null)
) character set utf8mb4;
