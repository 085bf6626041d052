-- Where somebody mainly serves, for whoever must not judge their own institution.
alter table directory_member add column main_institution_id binary(16) null;

-- Evaluation campaigns: who is judged, by whom, and what came of it.
create table campaign (
    id binary(16) not null primary key,
    association_id binary(16) not null,
    version bigint not null,
    name varchar(200) not null,
    level varchar(20) not null,
    period_from date not null,
    period_to date not null,
    scheme_id binary(16) null,
    question_set_id binary(16) null,
    status varchar(20) not null,
    rules text null comment 'JSON of the policy as in force when it was opened',
    edition int not null comment 'of the results; 0 before the first',
    created_by varchar(100) collate utf8mb4_bin not null,
    created_at datetime(6) not null,
    closed_by varchar(100) collate utf8mb4_bin null,
    reviewed_by varchar(100) collate utf8mb4_bin null,
    objections_until date null,
    key campaign_list (association_id, id),
    constraint campaign_by_scheme foreign key (scheme_id) references indicator_scheme (id),
    constraint campaign_asks foreign key (question_set_id) references question_set (id),
    constraint campaign_level check (level in ('association', 'institution', 'department', 'person')),
    constraint campaign_status check (status in ('draft', 'open', 'closed', 'reviewed', 'published', 'final')),
    constraint campaign_period check (period_from <= period_to),
    constraint campaign_rules check ((status = 'draft') = (rules is null)),
    constraint campaign_closed check ((status in ('draft', 'open')) = (closed_by is null)),
    constraint campaign_reviewed check ((status in ('draft', 'open', 'closed')) = (reviewed_by is null)),
    constraint campaign_second_person check (reviewed_by is null or (reviewed_by <> created_by and reviewed_by <> closed_by)),
    constraint campaign_published check ((status in ('published', 'final')) = (objections_until is not null))
) default character set utf8mb4;

create table campaign_step (
    campaign_id binary(16) not null,
    version bigint not null,
    association_id binary(16) not null,
    status varchar(20) not null,
    actor varchar(100) collate utf8mb4_bin not null,
    reason varchar(1000) null,
    occurred_at datetime(6) not null,
    primary key (campaign_id, version),
    constraint campaign_step_of foreign key (campaign_id) references campaign (id)
) default character set utf8mb4;

create table campaign_component (
    campaign_id binary(16) not null,
    kind varchar(20) not null,
    association_id binary(16) not null,
    weight decimal(7, 6) not null,
    primary key (campaign_id, kind),
    constraint campaign_component_of foreign key (campaign_id) references campaign (id),
    constraint campaign_component_kind check (kind in ('self', 'panel', 'sector', 'survey')),
    constraint campaign_component_weight check (weight > 0 and weight <= 1)
) default character set utf8mb4;

create table campaign_subject (
    campaign_id binary(16) not null,
    code varchar(110) collate utf8mb4_bin not null,
    association_id binary(16) not null,
    institution_id binary(16) null,
    institution_code varchar(50) collate utf8mb4_bin not null comment '*: the whole association',
    name varchar(200) not null,
    staff_no varchar(50) collate utf8mb4_bin null,
    primary key (campaign_id, code),
    constraint campaign_subject_of foreign key (campaign_id) references campaign (id)
) default character set utf8mb4;

create table campaign_rating (
    id binary(16) not null primary key,
    association_id binary(16) not null,
    version bigint not null,
    campaign_id binary(16) not null,
    subject varchar(110) collate utf8mb4_bin not null,
    component varchar(20) not null,
    rater varchar(100) collate utf8mb4_bin not null,
    rater_staff_no varchar(50) collate utf8mb4_bin null,
    sector varchar(100) collate utf8mb4_bin not null comment 'empty unless it is a sector that rates',
    score decimal(5, 2) null,
    remark varchar(1000) null,
    assigned_by varchar(100) not null,
    scored_at datetime(6) null,
    unique key campaign_rating_once (campaign_id, subject, rater),
    key campaign_rating_own (association_id, rater, id),
    constraint campaign_rating_of foreign key (campaign_id, component) references campaign_component (campaign_id, kind),
    constraint campaign_rating_about foreign key (campaign_id, subject) references campaign_subject (campaign_id, code),
    constraint campaign_rating_score check (score between 0 and 100),
    constraint campaign_rating_scored check ((score is null) = (scored_at is null)),
    constraint campaign_rating_sector check ((component = 'sector') = (sector <> ''))
) default character set utf8mb4;

-- Written once for each edition; a correction is another edition.
create table campaign_result (
    campaign_id binary(16) not null,
    edition int not null,
    subject varchar(110) collate utf8mb4_bin not null,
    association_id binary(16) not null,
    score decimal(9, 6) not null,
    primary key (campaign_id, edition, subject),
    constraint campaign_result_about foreign key (campaign_id, subject) references campaign_subject (campaign_id, code),
    constraint campaign_result_score check (score between 0 and 100)
) default character set utf8mb4;

create table campaign_part (
    campaign_id binary(16) not null,
    edition int not null,
    subject varchar(110) collate utf8mb4_bin not null,
    component varchar(20) not null,
    association_id binary(16) not null,
    weight decimal(7, 6) not null,
    score decimal(9, 6) null,
    given int not null comment 'scores or answers',
    dropped int not null comment 'of them, as extremes',
    least decimal(9, 6) null,
    most decimal(9, 6) null,
    deviation decimal(9, 6) null,
    low decimal(9, 6) null comment 'confidence interval',
    high decimal(9, 6) null,
    reason varchar(30) not null,
    missing varchar(20) null comment 'zero or exclude: what became of a part that was not there',
    primary key (campaign_id, edition, subject, component),
    constraint campaign_part_of foreign key (campaign_id, edition, subject) references campaign_result (campaign_id, edition, subject),
    constraint campaign_part_missing check ((score is null) = (missing is not null))
) default character set utf8mb4;

-- What the survey says of a subject, by topic and by question; written at closing.
create table campaign_rate (
    campaign_id binary(16) not null,
    subject varchar(110) collate utf8mb4_bin not null,
    topic boolean not null,
    code varchar(50) collate utf8mb4_bin not null,
    association_id binary(16) not null,
    respondents int not null,
    share decimal(7, 6) not null,
    low decimal(7, 6) null,
    high decimal(7, 6) null,
    method varchar(10) not null,
    primary key (campaign_id, subject, topic, code),
    constraint campaign_rate_about foreign key (campaign_id, subject) references campaign_subject (campaign_id, code)
) default character set utf8mb4;

create table campaign_objection (
    id binary(16) not null primary key,
    association_id binary(16) not null,
    version bigint not null,
    campaign_id binary(16) not null,
    edition int not null,
    subject varchar(110) collate utf8mb4_bin not null,
    institution_code varchar(50) collate utf8mb4_bin not null,
    component varchar(20) not null,
    text varchar(2000) not null,
    evidence varchar(4000) not null,
    status varchar(20) not null,
    open_claim boolean null comment 'while it is lodged: one at a time against the same thing',
    lodged_by varchar(100) collate utf8mb4_bin not null,
    lodged_at datetime(6) not null,
    due_on date not null,
    decided_by varchar(100) collate utf8mb4_bin null,
    decided_at datetime(6) null,
    reason varchar(1000) null,
    right_score decimal(9, 6) null,
    unique key campaign_objection_one (campaign_id, subject, component, open_claim),
    key campaign_objection_list (association_id, id),
    constraint campaign_objection_about foreign key (campaign_id, edition, subject)
        references campaign_result (campaign_id, edition, subject),
    constraint campaign_objection_status check (status in ('lodged', 'upheld', 'rejected')),
    constraint campaign_objection_open check ((status = 'lodged') = (open_claim is not null)),
    constraint campaign_objection_decided check ((status = 'lodged') = (decided_by is null)),
    constraint campaign_objection_upheld check ((status = 'upheld') = (right_score is not null)),
    constraint campaign_objection_second_person check (decided_by is null or decided_by <> lodged_by)
) default character set utf8mb4;
