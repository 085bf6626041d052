alter table import_job add column charset_name varchar(10) character set ascii collate ascii_bin not null default 'UTF-8';
alter table import_job drop constraint import_job_status;
alter table import_job add constraint import_job_status check (status in ('queued', 'running', 'finished', 'failed', 'cancelled'));

-- The rows of a batch that were taken, for the result file; rejected ones are in import_row.
create table import_batch (
    job_id binary(16) not null,
    position bigint not null comment 'rows of the file before it',
    association_id binary(16) not null,
    last_line bigint not null comment 'where the last row of the batch starts in the file',
    taken_rows mediumblob not null comment 'deflated UTF-8: line, tab, key, line feed',
    primary key (job_id, position),
    constraint import_batch_job foreign key (job_id) references import_job (id)
);
