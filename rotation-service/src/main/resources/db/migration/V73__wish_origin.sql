-- Who entered a wish (M7). Wishes from before this column count as the person's own: no file of an office may replace them.
alter table roster_wish add column origin varchar(10) collate utf8mb4_bin not null default 'person' comment 'person or office';
alter table roster_wish add constraint roster_wish_origin check (origin in ('person', 'office'));
