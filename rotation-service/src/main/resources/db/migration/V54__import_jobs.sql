-- Files of service are stored first and then taken batch by batch; position and effect commit together, so a killed import goes on.
alter table service_import
    add column status varchar(10) not null default 'done',
    add column csv boolean not null default true,
    add column scope_codes longtext null comment 'JSON array: institutions for which the importer may record; ["*"] for all',
    add column finished_at datetime(6) null,
    add column failure_code varchar(100) null,
    add column failure_args longtext null comment 'JSON array: values of the message',
    add column touched_at datetime(6) null comment 'by the clock of the database: an untouched running import has lost its worker',
    add key service_import_open (status, id),
    add constraint service_import_status check (status in ('queued', 'running', 'done', 'failed'));

-- The file in pieces that fit any packet; forgotten when the import is over.
create table service_import_piece (
    import_id binary(16) not null,
    number int not null,
    content mediumblob not null,
    primary key (import_id, number),
    constraint service_import_piece_of foreign key (import_id) references service_import (id)
);
