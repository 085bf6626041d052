-- A row of several events keeps them here, packed: as text they would be most of what an import writes.
alter table outbox_event add column pack mediumblob null comment 'the events of a row that has several; payload is empty then';
