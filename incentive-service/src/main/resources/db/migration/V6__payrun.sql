create table pay_run (
    id binary(16) not null primary key,
    association_id binary(16) not null,
    version bigint not null,
    month char(7) not null,
    evaluation_id binary(16) not null,
    pool_id binary(16) not null,
    pool_claim binary(16) null comment 'the pool, while the run is not cancelled: a pool is paid out once',
    pool_fen bigint not null,
    status varchar(20) not null,
    created_by varchar(100) collate utf8mb4_bin not null,
    calculated_by varchar(100) collate utf8mb4_bin null,
    reviewed_by varchar(100) collate utf8mb4_bin null,
    payable_fen bigint not null,
    paid_fen bigint not null,
    statements int not null,
    unique key pay_run_pool (pool_claim),
    key pay_run_list (association_id, id),
    constraint pay_run_of_evaluation foreign key (evaluation_id) references evaluation (id),
    constraint pay_run_of_pool foreign key (pool_id) references pay_pool (id),
    constraint pay_run_status
        check (status in ('draft', 'calculated', 'reviewed', 'noticed', 'final', 'paid', 'cancelled')),
    constraint pay_run_claim check ((status = 'cancelled') = (pool_claim is null)),
    constraint pay_run_calculated check (status in ('draft', 'cancelled') or calculated_by is not null),
    constraint pay_run_reviewed check (status in ('draft', 'calculated', 'cancelled') or reviewed_by is not null),
    constraint pay_run_maker_is_not_checker
        check (reviewed_by is null or (reviewed_by <> created_by and reviewed_by <> calculated_by)),
    constraint pay_run_pool_is_payable check (status in ('draft', 'cancelled') or payable_fen = pool_fen),
    constraint pay_run_pool_is_paid check (paid_fen = case when status = 'paid' then pool_fen else 0 end)
) default character set utf8mb4;

-- The approval history, one row per version: two decisions on the same version exclude each other.
create table pay_run_step (
    run_id binary(16) not null,
    version bigint not null,
    association_id binary(16) not null,
    status varchar(20) not null,
    actor varchar(100) not null,
    note varchar(1000) null,
    occurred_at datetime(6) not null,
    primary key (run_id, version),
    constraint pay_run_step_of foreign key (run_id) references pay_run (id)
) default character set utf8mb4;

create table pay_run_calculation (
    id binary(16) not null primary key,
    association_id binary(16) not null,
    run_id binary(16) not null,
    status varchar(20) not null,
    queued_claim binary(16) null comment 'the run, while queued: one at a time',
    requested_by varchar(100) not null,
    requested_at datetime(6) not null,
    finished_at datetime(6) null,
    failure_code varchar(100) null,
    failure_args varchar(1000) null comment 'JSON array',
    unique key pay_run_calculation_one (queued_claim),
    key pay_run_calculation_queue (status, id),
    key pay_run_calculation_run (run_id, id),
    constraint pay_run_calculation_of foreign key (run_id) references pay_run (id),
    constraint pay_run_calculation_status check (status in ('queued', 'finished', 'failed', 'cancelled')),
    constraint pay_run_calculation_claim check ((status = 'queued') = (queued_claim is not null))
) default character set utf8mb4;

-- Inputs: everything a run was calculated from, as it was known then, so that it can be computed again to the same fen.
create table pay_input_weight (
    run_id binary(16) not null,
    kind varchar(40) not null,
    night boolean not null,
    association_id binary(16) not null,
    weight decimal(8, 4) not null,
    primary key (run_id, kind, night),
    constraint pay_input_weight_value check (weight >= 0)
) default character set utf8mb4;

create table pay_input_coefficient (
    run_id binary(16) not null,
    title varchar(40) not null,
    association_id binary(16) not null,
    coefficient decimal(6, 4) not null,
    primary key (run_id, title),
    constraint pay_input_coefficient_value check (coefficient >= 0)
) default character set utf8mb4;

create table pay_input_institution (
    run_id binary(16) not null,
    institution_id binary(16) not null,
    association_id binary(16) not null,
    institution_version bigint not null,
    code varchar(50) collate utf8mb4_bin not null,
    name varchar(200) not null,
    name_en varchar(200) null,
    population bigint not null,
    score decimal(14, 12) not null,
    primary key (run_id, institution_id),
    unique key pay_input_institution_code (run_id, code)
) default character set utf8mb4;

create table pay_input_record (
    run_id binary(16) not null,
    record_id binary(16) not null,
    association_id binary(16) not null,
    record_version bigint not null,
    member_id binary(16) not null,
    institution_id binary(16) not null,
    kind varchar(40) not null,
    started_at datetime(6) not null,
    ended_at datetime(6) not null,
    minutes int not null,
    night boolean not null,
    weight decimal(8, 4) null comment 'null: no weight is set for this kind, and the run is refused',
    primary key (run_id, record_id),
    key pay_input_record_person (run_id, member_id, institution_id, started_at)
) default character set utf8mb4;

create table pay_input_person (
    run_id binary(16) not null,
    member_id binary(16) not null,
    association_id binary(16) not null,
    member_version bigint not null,
    staff_no varchar(50) collate utf8mb4_bin not null,
    name varchar(200) not null,
    name_latin varchar(200) null,
    title varchar(40) not null,
    quality decimal(6, 4) not null,
    coefficient decimal(6, 4) null comment 'null: none is set for this title, and the run is refused',
    primary key (run_id, member_id),
    unique key pay_input_person_staff_no (run_id, staff_no)
) default character set utf8mb4;

-- Results.
create table pay_share (
    run_id binary(16) not null,
    institution_id binary(16) not null,
    association_id binary(16) not null,
    point_minutes decimal(32, 12) not null,
    share_fen bigint not null comment 'by population × score',
    amount_fen bigint not null comment 'after the shares of institutions without points went to the others',
    primary key (run_id, institution_id),
    constraint pay_share_of foreign key (run_id, institution_id)
        references pay_input_institution (run_id, institution_id),
    constraint pay_share_amount check (share_fen >= 0 and amount_fen >= 0)
) default character set utf8mb4;

create table pay_statement (
    id binary(16) not null primary key,
    run_id binary(16) not null,
    association_id binary(16) not null,
    member_id binary(16) not null,
    amount_fen bigint not null,
    unique key pay_statement_once (run_id, member_id),
    key pay_statement_member (association_id, member_id),
    constraint pay_statement_of foreign key (run_id, member_id) references pay_input_person (run_id, member_id),
    constraint pay_statement_amount check (amount_fen >= 0)
) default character set utf8mb4;

create table pay_line (
    run_id binary(16) not null,
    member_id binary(16) not null,
    institution_id binary(16) not null,
    association_id binary(16) not null,
    weighted_minutes decimal(20, 4) not null,
    point_minutes decimal(32, 12) not null,
    amount_fen bigint not null,
    primary key (run_id, member_id, institution_id),
    key pay_line_institution (run_id, institution_id),
    constraint pay_line_of_statement foreign key (run_id, member_id) references pay_statement (run_id, member_id),
    constraint pay_line_of_share foreign key (run_id, institution_id) references pay_share (run_id, institution_id),
    constraint pay_line_amount check (amount_fen >= 0 and (amount_fen = 0 or point_minutes > 0))
) default character set utf8mb4;

-- Never paid twice: the key is what is paid for.
create table pay_payment (
    run_id binary(16) not null,
    member_id binary(16) not null,
    item varchar(40) not null,
    association_id binary(16) not null,
    amount_fen bigint not null,
    paid_at datetime(6) not null,
    primary key (run_id, member_id, item),
    constraint pay_payment_of_statement foreign key (run_id, member_id) references pay_statement (run_id, member_id),
    constraint pay_payment_amount check (amount_fen > 0)
) default character set utf8mb4;
