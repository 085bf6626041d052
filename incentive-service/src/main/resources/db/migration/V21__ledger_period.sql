-- The accounting periods of an association, by month; a month without a row is open, unless a later one is closed.
create table ledger_period (
    association_id binary(16) not null,
    month char(7) not null,
    status varchar(10) not null,
    closed_by varchar(100) collate utf8mb4_bin null,
    closed_at datetime(6) null,
    primary key (association_id, month),
    constraint ledger_period_status check (status in ('open', 'closed')),
    constraint ledger_period_closed check ((status = 'closed') = (closed_at is not null) and (closed_by is null) = (closed_at is null))
) default character set utf8mb4;

-- All entries until now belong to the month that their text begins with.
alter table ledger_entry add column period char(7) null comment 'the open month it is posted in';
update ledger_entry set period = substr(text, 1, 7);
alter table ledger_entry modify period char(7) not null;
alter table ledger_entry add key ledger_entry_period (association_id, period, id);
insert into ledger_period (association_id, month, status) select distinct association_id, period, 'open' from ledger_entry;
alter table ledger_entry add constraint ledger_entry_of_period foreign key (association_id, period)
    references ledger_period (association_id, month);
