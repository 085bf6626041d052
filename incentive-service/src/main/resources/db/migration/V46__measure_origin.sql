-- Where a value came from, as its indicator's source demands; null for what was entered before that was asked.
alter table evaluation_measure add column origin varchar(20) null;
alter table evaluation_measure add constraint evaluation_measure_origin
    check (origin is null or origin in ('entry', 'service-events', 'verification', 'campaign', 'survey'));
