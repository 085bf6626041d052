-- Public money from its source over the institutions to its use.
create table appropriation (
    id binary(16) not null primary key,
    association_id binary(16) not null,
    version bigint not null,
    name varchar(200) not null,
    source varchar(200) not null,
    kind varchar(20) not null,
    month char(7) not null comment 'that it is booked in',
    per_head_fen bigint not null comment 'zero for a lump sum',
    population bigint not null,
    amount_fen bigint not null,
    allotted_fen bigint not null comment 'without what was withheld again',
    announced_by varchar(100) collate utf8mb4_bin not null,
    announced_at datetime(6) not null,
    received_by varchar(100) collate utf8mb4_bin null,
    received_at datetime(6) null,
    key appropriation_list (association_id, id),
    constraint appropriation_kind check (kind in ('per-head', 'lump-sum')),
    constraint appropriation_amount check (amount_fen > 0 and (kind = 'lump-sum' or amount_fen = per_head_fen * population)),
    constraint appropriation_allotted check (allotted_fen between 0 and amount_fen and (allotted_fen = 0 or received_by is not null)),
    constraint appropriation_received check ((received_by is null) = (received_at is null)),
    constraint appropriation_second_person check (received_by is null or received_by <> announced_by)
) default character set utf8mb4;

create table appropriation_purpose (
    appropriation_id binary(16) not null,
    code varchar(50) collate utf8mb4_bin not null,
    association_id binary(16) not null,
    position int not null,
    name varchar(200) not null,
    primary key (appropriation_id, code),
    constraint appropriation_purpose_of foreign key (appropriation_id) references appropriation (id)
) default character set utf8mb4;

create table appropriation_catchment (
    appropriation_id binary(16) not null,
    institution_id binary(16) not null,
    association_id binary(16) not null,
    code varchar(50) collate utf8mb4_bin not null,
    population bigint not null comment 'as known when it was announced',
    primary key (appropriation_id, institution_id),
    constraint appropriation_catchment_of foreign key (appropriation_id) references appropriation (id)
) default character set utf8mb4;

create table allotment (
    id binary(16) not null primary key,
    association_id binary(16) not null,
    version bigint not null,
    appropriation_id binary(16) not null,
    formula varchar(20) not null,
    evaluation_id binary(16) null,
    advance_percent int not null,
    status varchar(20) not null,
    drafted_by varchar(100) collate utf8mb4_bin not null,
    drafted_at datetime(6) not null,
    approved_by varchar(100) collate utf8mb4_bin null,
    settlement_id binary(16) null comment 'the evaluation that settles it',
    proposed_by varchar(100) collate utf8mb4_bin null,
    settled_by varchar(100) collate utf8mb4_bin null,
    reason varchar(1000) null,
    key allotment_list (association_id, appropriation_id, id),
    constraint allotment_of foreign key (appropriation_id) references appropriation (id),
    constraint allotment_by foreign key (evaluation_id) references evaluation (id),
    constraint allotment_settled_by foreign key (settlement_id) references evaluation (id),
    constraint allotment_formula check (formula in ('population-score', 'fixed', 'entrusted-task')
        and (formula = 'population-score') = (evaluation_id is not null)),
    constraint allotment_status check (status in ('drafted', 'advanced', 'settling', 'settled', 'rejected')),
    constraint allotment_advance check (advance_percent between 0 and 100 and (formula <> 'entrusted-task' or advance_percent = 100)),
    constraint allotment_approved check ((status in ('drafted', 'rejected')) = (approved_by is null)),
    constraint allotment_second_person check ((approved_by is null or approved_by <> drafted_by)
        and (settled_by is null or settled_by <> proposed_by))
) default character set utf8mb4;

create table allotment_share (
    allotment_id binary(16) not null,
    institution_id binary(16) not null,
    association_id binary(16) not null,
    code varchar(50) collate utf8mb4_bin not null,
    name varchar(200) not null,
    population bigint not null,
    score decimal(20, 18) null,
    amount_fen bigint not null,
    advance_fen bigint not null,
    settled_score decimal(20, 18) null,
    earned_fen bigint not null,
    withheld_fen bigint not null,
    primary key (allotment_id, institution_id),
    constraint allotment_share_of foreign key (allotment_id) references allotment (id),
    constraint allotment_share_whole check (advance_fen >= 0 and earned_fen >= 0 and withheld_fen >= 0
        and case when settled_score is null then earned_fen + withheld_fen = 0 and advance_fen <= amount_fen
            else advance_fen + earned_fen + withheld_fen = amount_fen end)
) default character set utf8mb4;

-- What an institution was paid of an appropriation, and how much of that it has used.
create table appropriation_institution (
    appropriation_id binary(16) not null,
    institution_id binary(16) not null,
    association_id binary(16) not null,
    code varchar(50) collate utf8mb4_bin not null,
    name varchar(200) not null,
    received_fen bigint not null,
    used_fen bigint not null,
    primary key (appropriation_id, institution_id),
    key appropriation_institution_code (appropriation_id, code),
    constraint appropriation_institution_of foreign key (appropriation_id) references appropriation (id),
    constraint appropriation_institution_used check (used_fen between 0 and received_fen)
) default character set utf8mb4;

create table fund_use (
    id binary(16) not null primary key,
    association_id binary(16) not null,
    appropriation_id binary(16) not null,
    institution_id binary(16) not null,
    institution_code varchar(50) collate utf8mb4_bin not null,
    purpose varchar(50) collate utf8mb4_bin not null,
    amount_fen bigint not null,
    used_on date not null,
    reference varchar(200) not null,
    recorded_by varchar(100) not null,
    recorded_at datetime(6) not null,
    reverses_id binary(16) null,
    unique key fund_use_reversed_once (reverses_id),
    key fund_use_list (association_id, appropriation_id, id),
    constraint fund_use_of foreign key (appropriation_id) references appropriation (id),
    constraint fund_use_purpose foreign key (appropriation_id, purpose) references appropriation_purpose (appropriation_id, code),
    constraint fund_use_reverses foreign key (reverses_id) references fund_use (id),
    constraint fund_use_amount check (amount_fen > 0)
) default character set utf8mb4;

alter table ledger_entry drop constraint ledger_entry_kind;
alter table ledger_entry add constraint ledger_entry_kind check (kind in
    ('pool-received', 'pool-allocated', 'pay-granted', 'pay-released', 'pay-returned', 'pay-repaid',
     'appropriation-received', 'appropriation-allotted', 'allotment-advanced', 'allotment-settled'));
alter table ledger_line drop constraint ledger_line_account_kind;
alter table ledger_line add constraint ledger_line_account_kind
    check (account_kind in ('cash', 'pool', 'institution', 'payable', 'appropriation', 'allotted'));
