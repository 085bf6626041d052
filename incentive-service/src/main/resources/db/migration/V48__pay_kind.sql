-- Which kind of performance pay a pool is for, such as basic or reward; each kind has its own schemes, runs and corrections.
alter table pay_pool add column kind varchar(50) collate utf8mb4_bin not null default 'performance';
alter table pool_funding add column kind varchar(50) collate utf8mb4_bin not null default 'performance';
alter table pay_run add column kind varchar(50) collate utf8mb4_bin not null default 'performance' comment 'of its pool';
alter table pay_scheme add column kind varchar(50) collate utf8mb4_bin not null default 'performance';
create index pay_scheme_of_kind on pay_scheme (association_id, kind, status, valid_from, published_at);
create index pay_run_of_month on pay_run (association_id, month);
