-- A row may carry many events of one change; see the package of the outbox for the payload's form then.
alter table outbox_event add column events int not null default 1 comment 'events in the row; one each is as Debezium expects it';
