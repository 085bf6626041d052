-- The workflow: drafts, levels bound at submission, dates, questions, renewal, delegation. Pending rows go on under the standard levels.
alter table practice_application drop constraint practice_application_state;
alter table practice_application add constraint practice_application_state
    check (state in ('draft', 'submitted', 'consented', 'accepted', 'filed', 'refused', 'withdrawn', 'expired'));
alter table practice_application
    add column levels longtext null comment 'JSON: who decides in which order, as bound at submission',
    add column level smallint not null default 0,
    add column escalated boolean not null default false,
    add column asked boolean not null default false comment 'a question waits for its answer',
    add column remind_on date null,
    add column due_on date null,
    add column expire_on date null,
    add column turn_on date not null default '9999-12-31' comment 'the next day on which time alone acts',
    add column renews_agreement_id binary(16) null;
alter table practice_application add key practice_application_turn (turn_on);
update practice_application set level = case state when 'accepted' then 2 when 'consented' then 1 else 0 end,
    turn_on = case when state in ('submitted', 'consented', 'accepted') then '2000-01-01' else turn_on end;

alter table practice_application_step
    add column action varchar(20) not null default 'submitted',
    add column on_behalf_of longtext null comment 'JSON: accounts for which the actor stood in';
update practice_application_step set action = state;

-- Four eyes: every account that made, decided or lent its power to a decision, once for each application.
create table practice_application_hand (
    application_id binary(16) not null,
    account varchar(100) collate utf8mb4_bin not null,
    primary key (application_id, account),
    constraint practice_application_hand_of foreign key (application_id) references practice_application (id)
) character set utf8mb4;
insert ignore into practice_application_hand (application_id, account)
    select application_id, actor from practice_application_step where actor not like 'system:%';

-- Who may decide in whose place, and when.
create table practice_delegation (
    id binary(16) not null primary key,
    association_id binary(16) not null,
    delegator varchar(100) collate utf8mb4_bin not null,
    delegator_staff_no varchar(50) collate utf8mb4_bin null,
    delegate varchar(100) collate utf8mb4_bin not null,
    appointed_by varchar(100) collate utf8mb4_bin not null,
    role varchar(40) not null,
    institution_code varchar(50) collate utf8mb4_bin not null,
    valid_from date not null,
    valid_to date not null,
    parent_id binary(16) null,
    reason varchar(200) null,
    revoked_at datetime(6) null,
    key practice_delegation_delegate (association_id, delegate),
    key practice_delegation_delegator (association_id, delegator),
    constraint practice_delegation_other check (delegator <> delegate and appointed_by <> delegate),
    constraint practice_delegation_term check (valid_to > valid_from),
    constraint practice_delegation_parent foreign key (parent_id) references practice_delegation (id)
) character set utf8mb4;
