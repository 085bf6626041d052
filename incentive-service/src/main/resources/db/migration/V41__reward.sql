-- Rewards and punishments by result: of a person at an institution, or of the institution.
create table reward (
    id binary(16) not null primary key,
    association_id binary(16) not null,
    version bigint not null,
    kind varchar(20) not null,
    measure varchar(20) not null,
    institution_id binary(16) not null,
    institution_code varchar(50) collate utf8mb4_bin not null,
    member_id binary(16) null comment 'null: the institution itself',
    staff_no varchar(50) collate utf8mb4_bin null,
    basis varchar(20) not null,
    grounds text not null,
    evidence text not null,
    amount_fen bigint not null comment 'zero where the measure is not one of money',
    status varchar(20) not null,
    proposed_by varchar(100) collate utf8mb4_bin not null,
    proposed_at datetime(6) not null,
    decided_by varchar(100) collate utf8mb4_bin null,
    decided_at datetime(6) null,
    reason text null,
    objections_until date null,
    objection text null,
    objection_evidence text null,
    objected_by varchar(100) collate utf8mb4_bin null,
    objection_decided_by varchar(100) collate utf8mb4_bin null,
    objection_reason text null,
    effective_by varchar(100) collate utf8mb4_bin null,
    effective_at datetime(6) null,
    amended_run_id binary(16) null comment 'the settled run whose difference it is; the next run settles it',
    revocation_id binary(16) null,
    revocation_reason text null,
    revocation_by varchar(100) collate utf8mb4_bin null,
    revoked_by varchar(100) collate utf8mb4_bin null,
    revoked_at datetime(6) null,
    unique key reward_revocation (revocation_id),
    key reward_list (association_id, id),
    key reward_own (association_id, staff_no, id),
    constraint reward_of_run foreign key (amended_run_id) references pay_run (id),
    constraint reward_kind check (kind in ('reward', 'punishment')),
    constraint reward_measure check (measure in ('bonus', 'commendation', 'preference') and kind = 'reward'
        or measure in ('deduction', 'warning', 'deferral') and kind = 'punishment'),
    constraint reward_person check ((member_id is null) = (staff_no is null)),
    constraint reward_amount check (amount_fen >= 0 and (measure in ('bonus', 'deduction')) = (amount_fen > 0)),
    constraint reward_status
        check (status in ('proposed', 'withdrawn', 'rejected', 'noticed', 'objected', 'lifted', 'effective', 'revoked')),
    constraint reward_decided check ((status in ('proposed', 'withdrawn')) = (decided_by is null)),
    constraint reward_in_pay check ((amended_run_id is not null) = (status in ('effective', 'revoked') and amount_fen > 0)),
    constraint reward_second_person check (decided_by is null or decided_by <> proposed_by),
    constraint reward_objection_third_person check (objection_decided_by is null or (objection_decided_by <> proposed_by
        and objection_decided_by <> decided_by and objection_decided_by <> objected_by)),
    constraint reward_revocation_second_person check (revoked_by is null or revoked_by <> revocation_by)
) default character set utf8mb4;

-- What decisions add to or take from lines may be below zero, and may be an institution's as a whole.
alter table pay_amendment drop constraint pay_amendment_kind;
alter table pay_amendment add constraint pay_amendment_kind check (kind in ('quality', 'measure', 'amount', 'share'));
alter table pay_amendment drop constraint pay_amendment_target;
alter table pay_amendment add constraint pay_amendment_target check (
    (kind = 'measure') = (indicator is not null) and (kind in ('measure', 'share')) = (member_id is null)
    and (kind = 'quality') = (institution_id is null));
alter table pay_amendment drop constraint pay_amendment_value;
alter table pay_amendment add constraint pay_amendment_value check (amended >= 0 or kind in ('amount', 'share'));
alter table pay_amendment add column origin varchar(20) not null default 'appeal';
alter table pay_amendment add constraint pay_amendment_origin
    check (origin in ('appeal', 'reward', 'punishment', 'revocation') and (amended >= 0 or origin <> 'appeal'));

-- Which decisions a run's corrections follow from, so that a statement names them as long as it exists.
create table pay_correction_cause (
    run_id binary(16) not null,
    corrected_run_id binary(16) not null,
    cause_id binary(16) not null,
    association_id binary(16) not null,
    primary key (run_id, corrected_run_id, cause_id),
    key pay_correction_cause_of (cause_id),
    constraint pay_correction_cause_amended foreign key (cause_id) references pay_amendment (cause_id)
) default character set utf8mb4;
