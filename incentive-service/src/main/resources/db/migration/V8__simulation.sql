-- What a run would have given under other rules, over the very same inputs; pays nobody.
create table pay_simulation (
    id binary(16) not null primary key,
    association_id binary(16) not null,
    run_id binary(16) not null,
    name varchar(200) not null,
    scheme_id binary(16) null comment 'scores by this scheme; null: as the run had them',
    settings text null comment 'JSON of the policy performance-pay; null: as the run had it',
    pool_fen bigint not null,
    created_by varchar(100) not null,
    created_at datetime(6) not null,
    key pay_simulation_run (run_id, id),
    constraint pay_simulation_of foreign key (run_id) references pay_run (id),
    constraint pay_simulation_pool check (pool_fen > 0)
) default character set utf8mb4;

-- Kept with all that is shown, so that it outlives a recalculation of its run.
create table pay_simulation_line (
    simulation_id binary(16) not null,
    staff_no varchar(50) collate utf8mb4_bin not null,
    institution_code varchar(50) collate utf8mb4_bin not null,
    association_id binary(16) not null,
    title varchar(40) not null,
    tier varchar(40) not null,
    actual_fen bigint not null,
    simulated_fen bigint not null,
    primary key (simulation_id, staff_no, institution_code),
    constraint pay_simulation_line_of foreign key (simulation_id) references pay_simulation (id)
) default character set utf8mb4;
