-- When the inputs of a run were taken, and what came of them: whoever computes it again must get the same bytes.
create table pay_input_snapshot (
    run_id binary(16) not null primary key,
    association_id binary(16) not null,
    known_at datetime(6) not null,
    digest char(64) character set ascii collate ascii_bin null comment 'SHA-256 of the result; null until calculated',
    constraint pay_input_snapshot_of foreign key (run_id) references pay_run (id)
) default character set utf8mb4;

-- What an earlier, settled run should have given and gave until now; the difference is settled by the run.
create table pay_correction (
    run_id binary(16) not null,
    corrected_run_id binary(16) not null,
    member_id binary(16) not null,
    institution_id binary(16) not null,
    association_id binary(16) not null,
    granted_fen bigint not null,
    should_fen bigint not null,
    amount_fen bigint not null comment 'what of the difference is settled here; the rest is found again by the next run',
    primary key (run_id, corrected_run_id, member_id, institution_id),
    key pay_correction_of (corrected_run_id, member_id, institution_id),
    constraint pay_correction_of_run foreign key (corrected_run_id) references pay_run (id),
    constraint pay_correction_person foreign key (run_id, member_id) references pay_input_person (run_id, member_id),
    constraint pay_correction_is_of_another check (corrected_run_id <> run_id),
    constraint pay_correction_is_part check (granted_fen <> should_fen and (case when should_fen > granted_fen
        then amount_fen between 0 and should_fen - granted_fen else amount_fen between should_fen - granted_fen and 0 end))
) default character set utf8mb4;
