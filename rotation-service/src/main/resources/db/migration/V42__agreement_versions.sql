-- What was agreed, version by version; only grows. A version is in force from its day until the next one is, or the term ends.
create table practice_agreement_version (
    agreement_id binary(16) not null,
    number int not null,
    effective_from date not null,
    valid_from date not null,
    valid_to date not null,
    weekly_hours smallint not null,
    tasks varchar(2000) not null,
    timetable longtext null comment 'JSON: the weekly sessions',
    pay_basis varchar(20) not null default 'none',
    pay_fen bigint not null default 0,
    pay_terms varchar(1000) null,
    home_percent decimal(5, 2) not null,
    host_percent decimal(5, 2) not null,
    member_percent decimal(5, 2) not null,
    policy_number varchar(100) not null,
    insurer varchar(200) not null,
    cover_fen bigint not null,
    insured_to date not null,
    agreed_at datetime(6) not null,
    amendment_id binary(16) null,
    primary key (agreement_id, number),
    unique key practice_agreement_version_day (agreement_id, effective_from),
    constraint practice_agreement_version_of foreign key (agreement_id) references practice_agreement (id),
    constraint practice_agreement_version_number check (number >= 1),
    constraint practice_agreement_version_term check (valid_to > valid_from
        and effective_from >= valid_from and effective_from < valid_to),
    constraint practice_agreement_version_shares check (home_percent >= 0 and host_percent >= 0 and member_percent >= 0
        and home_percent + host_percent + member_percent = 100.00),
    constraint practice_agreement_version_hours check (weekly_hours between 1 and 44),
    constraint practice_agreement_version_pay check (pay_fen >= 0 and pay_basis in ('none', 'session', 'hour', 'month'))
) character set utf8mb4;

insert into practice_agreement_version (agreement_id, number, effective_from, valid_from, valid_to, weekly_hours, tasks, home_percent,
    host_percent, member_percent, policy_number, insurer, cover_fen, insured_to, agreed_at)
select id, 1, valid_from, valid_from, valid_to, weekly_hours, tasks, home_percent, host_percent, member_percent, policy_number, insurer,
    cover_fen, insured_to, utc_timestamp(6)
from practice_agreement;

-- What one side proposes to change; the other side consents, or says why not.
create table practice_agreement_amendment (
    id binary(16) not null primary key,
    association_id binary(16) not null,
    agreement_id binary(16) not null,
    version bigint not null,
    base_number int not null,
    effective_from date not null,
    valid_from date not null,
    valid_to date not null,
    weekly_hours smallint not null,
    tasks varchar(2000) not null,
    timetable longtext null,
    pay_basis varchar(20) not null,
    pay_fen bigint not null,
    pay_terms varchar(1000) null,
    home_percent decimal(5, 2) not null,
    host_percent decimal(5, 2) not null,
    member_percent decimal(5, 2) not null,
    policy_number varchar(100) not null,
    insurer varchar(200) not null,
    cover_fen bigint not null,
    insured_to date not null,
    reason varchar(1000) not null,
    state varchar(20) not null,
    proposed_for binary(16) not null,
    proposed_by varchar(100) collate utf8mb4_bin not null,
    proposed_at datetime(6) not null,
    decided_by varchar(100) collate utf8mb4_bin null,
    decided_at datetime(6) null,
    decision_note varchar(1000) null,
    open_agreement binary(16) null comment 'the agreement while it is proposed: one at a time',
    unique key practice_agreement_amendment_open (open_agreement),
    key practice_agreement_amendment_of (agreement_id),
    constraint practice_agreement_amendment_agreement foreign key (agreement_id) references practice_agreement (id),
    constraint practice_agreement_amendment_state check (state in ('proposed', 'consented', 'refused', 'withdrawn')),
    constraint practice_agreement_amendment_decided check ((state = 'proposed') = (decided_by is null)),
    constraint practice_agreement_amendment_opened check ((state = 'proposed') = (open_agreement is not null)),
    -- Four eyes; taking one's own proposal back is no decision on it.
    constraint practice_agreement_amendment_eyes check (state = 'withdrawn' or decided_by <> proposed_by),
    constraint practice_agreement_amendment_refusal check (state <> 'refused' or decision_note is not null),
    constraint practice_agreement_amendment_shares check (home_percent + host_percent + member_percent = 100.00)
) character set utf8mb4;
