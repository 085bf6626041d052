-- Which future-dated changes have come about, each announced once.
create table appointment_effect (
    appointment_id binary(16) not null,
    kind varchar(10) character set ascii collate ascii_bin not null,
    effective_on date not null,
    association_id binary(16) not null,
    event_id binary(16) not null,
    primary key (appointment_id, kind, effective_on),
    constraint appointment_effect_kind check (kind in ('began', 'ended'))
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- A person who was registered twice: the other record goes on; this one is kept as a trace.
alter table member add column merged_into_id binary(16) null;
alter table member add column merged_at datetime(6) null;
alter table member add column merged_by varchar(100) null;
alter table member add column merge_reason varchar(500) null;
alter table member add constraint member_merged_into foreign key (merged_into_id) references member (id);
alter table member add key member_likeness (association_id, birth_date, name);
