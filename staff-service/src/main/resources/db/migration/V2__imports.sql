create table import_job (
    id binary(16) not null primary key,
    association_id binary(16) not null,
    list_name varchar(30) character set ascii collate ascii_bin not null,
    dry_run boolean not null,
    status varchar(10) character set ascii collate ascii_bin not null,
    requested_by varchar(100) not null,
    scope_codes longtext not null comment 'JSON array: institutions for which the requester may change records; ["*"] for all',
    requested_at datetime(6) not null,
    finished_at datetime(6) null,
    size_bytes bigint not null,
    bytes_read bigint not null comment 'for progress only',
    position bigint not null comment 'rows of the file that are done; committed with what they changed, so a killed job goes on here',
    created_rows bigint not null,
    changed_rows bigint not null,
    unchanged_rows bigint not null,
    rejected_rows bigint not null,
    failure_code varchar(100) null,
    failure_args longtext null comment 'JSON array: values for the message of failure_code',
    touched_at datetime(6) not null comment 'by the clock of the database: an untouched running job has lost its worker',
    key import_job_unfinished (status, association_id, id),
    key import_job_list (association_id, id),
    constraint import_job_status check (status in ('queued', 'running', 'finished', 'failed'))
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- The file as it was uploaded, in pieces that fit any packet size; deleted when the job is done.
create table import_chunk (
    job_id binary(16) not null,
    number int not null,
    association_id binary(16) not null,
    content mediumblob not null comment 'sealed like any personal value',
    primary key (job_id, number),
    constraint import_chunk_job foreign key (job_id) references import_job (id)
);

-- Rejected rows only: what was taken is in the registry.
create table import_row (
    job_id binary(16) not null,
    line bigint not null comment 'where the row starts in the file; the header is line 1',
    association_id binary(16) not null,
    row_key varchar(200) not null,
    faults longtext not null comment 'JSON array of field, code, args',
    primary key (job_id, line),
    constraint import_row_job foreign key (job_id) references import_job (id)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;
