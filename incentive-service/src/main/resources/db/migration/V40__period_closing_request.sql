-- Who asked for the closing of a period; whoever closes it is another person. Those closed before were not asked for.
alter table ledger_period
    add column requested_by varchar(100) collate utf8mb4_bin null,
    add column requested_at datetime(6) null,
    add constraint ledger_period_requested check ((requested_by is null) = (requested_at is null)),
    add constraint ledger_period_second_person check (closed_by is null or requested_by is null or closed_by <> requested_by);
