-- Money for pay is proposed by one person and confirmed, or rejected for a reason, by another before a run may spend it.
-- Nobody is named as who confirmed a pool that is older than this.
alter table pay_pool modify column created_by varchar(100) collate utf8mb4_bin not null comment 'who proposed it';
alter table pay_pool add column status varchar(20) not null default 'confirmed';
alter table pay_pool add column decided_by varchar(100) collate utf8mb4_bin null;
alter table pay_pool add column decided_at datetime(6) null;
alter table pay_pool add column reason varchar(1000) null comment 'why it was rejected';

-- Those that appropriations fed had two people before.
update pay_pool p join pool_funding f on f.pool_id = p.id
set p.created_by = f.requested_by, p.decided_by = f.decided_by, p.decided_at = f.decided_at;

alter table pay_pool alter column status drop default;
alter table pay_pool add constraint pay_pool_status check (status in ('proposed', 'confirmed', 'rejected'));
alter table pay_pool add constraint pay_pool_decided check ((decided_by is null) = (decided_at is null)
    and (status <> 'proposed' or decided_by is null)
    and (status <> 'rejected' or (decided_by is not null and reason is not null)));
alter table pay_pool add constraint pay_pool_second_person check (decided_by <> created_by);
