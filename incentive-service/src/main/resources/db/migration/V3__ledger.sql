-- Append-only: nothing here is ever updated or deleted; an error is corrected by another entry.
create table ledger_entry (
    id binary(16) not null primary key,
    association_id binary(16) not null,
    kind varchar(40) not null,
    source_id binary(16) not null comment 'the pool or run it books',
    text varchar(200) not null,
    amount_fen bigint not null comment 'sum of its debits, which is the sum of its credits',
    booked_by varchar(100) not null,
    booked_at datetime(6) not null,
    unique key ledger_entry_once (source_id, kind),
    key ledger_entry_list (association_id, source_id, id),
    constraint ledger_entry_kind check (kind in ('pool-received', 'pool-allocated', 'pay-granted', 'pay-released')),
    constraint ledger_entry_amount check (amount_fen > 0)
) default character set utf8mb4;

create table ledger_line (
    entry_id binary(16) not null,
    position int not null,
    association_id binary(16) not null,
    account_kind varchar(20) not null,
    account_reference varchar(60) collate utf8mb4_bin not null comment 'pool id, institution code, staff number; empty for cash',
    debit_fen bigint not null,
    credit_fen bigint not null,
    primary key (entry_id, position),
    key ledger_line_account (association_id, account_kind, account_reference),
    constraint ledger_line_of_entry foreign key (entry_id) references ledger_entry (id),
    constraint ledger_line_account_kind check (account_kind in ('cash', 'pool', 'institution', 'payable')),
    constraint ledger_line_side check (debit_fen >= 0 and credit_fen >= 0 and (debit_fen = 0) <> (credit_fen = 0))
) default character set utf8mb4;
