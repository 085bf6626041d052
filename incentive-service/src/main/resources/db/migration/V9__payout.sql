alter table ledger_entry drop constraint ledger_entry_kind;
alter table ledger_entry add constraint ledger_entry_kind check (kind in
    ('pool-received', 'pool-allocated', 'pay-granted', 'pay-released', 'pay-returned', 'pay-repaid'));

-- Where a person is paid; the number is sealed, only its end is readable here.
create table payee_account (
    association_id binary(16) not null,
    staff_no varchar(50) collate utf8mb4_bin not null,
    version bigint not null,
    holder varchar(100) not null,
    bank varchar(100) not null,
    bank_code varchar(20) not null,
    account_sealed varbinary(200) not null,
    account_end varchar(4) not null,
    entered_by varchar(100) collate utf8mb4_bin not null,
    entered_at datetime(6) not null,
    primary key (association_id, staff_no)
) default character set utf8mb4;

create table pay_file (
    id binary(16) not null primary key,
    association_id binary(16) not null,
    version bigint not null,
    run_id binary(16) not null,
    status varchar(20) not null,
    line_count int not null,
    total_fen bigint not null,
    prepared_by varchar(100) collate utf8mb4_bin not null,
    prepared_at datetime(6) not null,
    released_by varchar(100) collate utf8mb4_bin null,
    released_at datetime(6) null,
    key pay_file_run (association_id, run_id, id),
    constraint pay_file_of foreign key (run_id) references pay_run (id),
    constraint pay_file_status check (status in ('prepared', 'released', 'discarded')),
    constraint pay_file_released check ((status = 'released') = (released_by is not null)),
    constraint pay_file_second_person check (released_by is null or released_by <> prepared_by)
) default character set utf8mb4;

-- What a bank sent back, as one request told it.
create table pay_file_return (
    id binary(16) not null primary key,
    file_id binary(16) not null,
    association_id binary(16) not null,
    line_count int not null,
    total_fen bigint not null,
    told_by varchar(100) not null,
    told_at datetime(6) not null,
    constraint pay_file_return_of foreign key (file_id) references pay_file (id)
) default character set utf8mb4;

-- Never sent twice: the second attempt for a person has another number than the first, and is made only after its return.
create table pay_file_line (
    file_id binary(16) not null,
    line_no int not null,
    association_id binary(16) not null,
    run_id binary(16) not null,
    member_id binary(16) not null,
    staff_no varchar(50) collate utf8mb4_bin not null,
    attempt int null comment '1, 2, … for the same person and run; null in a discarded file',
    holder varchar(100) not null,
    bank varchar(100) not null,
    bank_code varchar(20) not null,
    account_sealed varbinary(200) not null,
    account_end varchar(4) not null,
    account_entered_by varchar(100) collate utf8mb4_bin not null,
    amount_fen bigint not null,
    return_id binary(16) null,
    return_reason varchar(200) null,
    primary key (file_id, line_no),
    unique key pay_file_line_once (run_id, member_id, attempt),
    constraint pay_file_line_of foreign key (file_id) references pay_file (id),
    constraint pay_file_line_return foreign key (return_id) references pay_file_return (id),
    constraint pay_file_line_amount check (amount_fen > 0),
    constraint pay_file_line_reason check ((return_id is null) = (return_reason is null))
) default character set utf8mb4;
