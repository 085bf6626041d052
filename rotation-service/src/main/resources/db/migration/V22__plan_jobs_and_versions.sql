-- Solving as a job that can be watched, cancelled and resumed; drafts as versions of one another (M7, M8).
alter table roster_plan drop constraint roster_plan_status;
alter table roster_plan add constraint roster_plan_status
    check (status in ('queued', 'solving', 'draft', 'published', 'superseded', 'failed', 'cancelled'));
alter table roster_plan add column based_on binary(16) null comment 'the draft it goes on from';
alter table roster_plan add column cost_by_rule varchar(2000) null comment 'rule=cost, comma separated';

-- How far the search has come; one row while a plan is being solved.
create table plan_progress (
    plan_id binary(16) not null primary key,
    steps bigint not null,
    elapsed_millis bigint not null,
    cost bigint not null,
    bound bigint null,
    told_at datetime(6) not null,
    constraint plan_progress_of foreign key (plan_id) references roster_plan (id)
) character set utf8mb4;

-- The best plan so far, from which another worker goes on when this one dies.
create table plan_incumbent (
    plan_id binary(16) not null primary key,
    assignments longtext not null comment 'JSON: the solver''s assignments',
    saved_at datetime(6) not null,
    constraint plan_incumbent_of foreign key (plan_id) references roster_plan (id)
) character set utf8mb4;

-- Assignments that a planner wants to keep, whatever is planned around them.
create table plan_pin (
    plan_id binary(16) not null,
    member_id binary(16) not null,
    work_date date not null,
    institution_id binary(16) not null,
    shift varchar(20) collate utf8mb4_bin not null,
    pinned_by varchar(100) collate utf8mb4_bin not null,
    refused_rule varchar(50) null comment 'the rule it broke when the plan was solved',
    primary key (plan_id, member_id, work_date),
    constraint plan_pin_of foreign key (plan_id) references roster_plan (id)
) character set utf8mb4;

alter table unmet_shift add column blocked varchar(1000) not null default '' comment 'rule=people, comma separated';
