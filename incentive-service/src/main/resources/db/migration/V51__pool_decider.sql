-- A confirmed pool names who confirmed it; those that are older than confirmations are marked.
alter table pay_pool add column predates_confirmation boolean not null default false;
update pay_pool set predates_confirmation = true where status = 'confirmed' and decided_by is null;
alter table pay_pool add constraint pay_pool_confirmed
    check (status <> 'confirmed' or decided_by is not null or predates_confirmation);
