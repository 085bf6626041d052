-- What comes about by itself on a day. A row lives until it is done; doing it twice changes nothing the second time.
create table agenda_item (
    id binary(16) not null primary key,
    association_id binary(16) not null,
    work varchar(50) character set ascii collate ascii_bin not null,
    subject_id binary(16) not null,
    due_on date not null,
    attempts int not null,
    retry_at datetime(6) not null comment 'not before: later than the first time only after a failure',
    key agenda_item_due (due_on, retry_at)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;
