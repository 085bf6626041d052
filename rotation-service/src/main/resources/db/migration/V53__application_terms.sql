-- An application states the whole terms that will be in force: the weekly sessions and the pay as well.
alter table practice_application
    add column timetable longtext null comment 'JSON: the weekly sessions',
    add column pay_basis varchar(20) not null default 'none',
    add column pay_fen bigint not null default 0,
    add column pay_terms varchar(1000) null,
    add constraint practice_application_pay check (pay_fen >= 0 and pay_basis in ('none', 'session', 'hour', 'month'));
