-- Who made a run final, and who paid it: two people. Null for runs that are older than this.
alter table pay_run add column finalised_by varchar(100) collate utf8mb4_bin null;
alter table pay_run add column paid_by varchar(100) collate utf8mb4_bin null;
alter table pay_run add constraint pay_run_second_person_pays check (paid_by <> finalised_by);
