-- What a search had spent when its best plan was saved: whoever goes on from there has the rest (M7).
alter table plan_incumbent add column steps bigint not null default 0 comment 'moves tried until then, by all workers';
alter table plan_incumbent add column elapsed_millis bigint not null default 0 comment 'of all workers until then';
