-- What an indicator is counted in, and where its values come from.
alter table indicator add column unit varchar(30) null;
alter table indicator add column source varchar(20) null;
alter table indicator add constraint indicator_source
    check (source is null or source in ('entry', 'service-events', 'verification', 'campaign', 'survey'));
