-- Somebody in a technical post lacks a qualification that it needs: what is to be done by when, how it ended, what was decided.
create table remediation_case (
    id binary(16) not null primary key,
    association_id binary(16) not null,
    version bigint not null,
    member_id binary(16) not null,
    institution_id binary(16) not null comment 'of the main appointment',
    appointment_id binary(16) not null comment 'the main appointment: its post needs the qualification',
    gap varchar(10) character set ascii collate ascii_bin not null,
    required varchar(200) not null comment 'licence kinds with commas between, a title, or what is lacking in words',
    detected boolean not null,
    deadline date not null comment 'last day of the remediation',
    state varchar(10) character set ascii collate ascii_bin not null,
    opened_at datetime(6) not null,
    opened_by varchar(100) not null,
    outcome_at datetime(6) null comment 'met or not met',
    outcome_by varchar(100) null,
    outcome_note varchar(500) null,
    decision varchar(20) character set ascii collate ascii_bin null,
    effective_on date null,
    decided_at datetime(6) null,
    decided_by varchar(100) null,
    decision_reason varchar(500) null,
    closed_at datetime(6) null comment 'left the post, or was opened by mistake',
    closed_by varchar(100) null,
    closing_note varchar(500) null,
    open_case tinyint generated always as (case when state in ('open', 'not-met', 'decided') then 1 end) stored
        comment '1 or null, so that the unique key binds unfinished cases only',
    unique key remediation_case_open (member_id, gap, open_case),
    key remediation_case_list (association_id, deadline, id),
    key remediation_case_state (association_id, state, deadline),
    constraint remediation_case_of foreign key (member_id) references member (id),
    constraint remediation_case_at foreign key (institution_id) references institution (id),
    constraint remediation_case_gap check (gap in ('licence', 'title', 'other')),
    constraint remediation_case_state check (state in ('open', 'met', 'not-met', 'decided', 'closed', 'annulled')),
    constraint remediation_case_outcome check (state not in ('met', 'not-met', 'decided') or outcome_by is not null),
    constraint remediation_case_closed check ((state in ('closed', 'annulled')) = (closed_by is not null)),
    constraint remediation_case_decision check (decision in ('transfer', 'contract-end')),
    constraint remediation_case_decided check ((decision is null) = (decided_by is null) and (decision is null) = (effective_on is null)),
    constraint remediation_case_decided_state check (state <> 'decided' or decision is not null),
    constraint remediation_case_four_eyes check (decided_by <> outcome_by)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- Courses and exams that belong to a case; passed when a session of them is passed after the case was opened.
create table remediation_task (
    case_id binary(16) not null,
    programme_id binary(16) not null,
    association_id binary(16) not null,
    exam boolean not null,
    added_at datetime(6) not null,
    added_by varchar(100) not null,
    primary key (case_id, programme_id),
    constraint remediation_task_of foreign key (case_id) references remediation_case (id),
    constraint remediation_task_programme foreign key (programme_id) references training_programme (id)
);

-- When an association was last searched for gaps; its row is the lock of that search.
create table remediation_pass (
    association_id binary(16) not null primary key,
    next_at datetime(6) not null
);
