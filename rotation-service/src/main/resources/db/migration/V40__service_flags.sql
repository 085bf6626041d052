-- A record that is not as it should be is kept and flagged; a blocking flag keeps it from confirmation, and so from pay,
-- until a second person has resolved it.
alter table service_record add column flags longtext null comment 'JSON: code, whether it blocks, values';
alter table service_record add column flagged boolean not null default false comment 'a blocking flag awaits resolution';
alter table service_record add column disputed_by varchar(100) collate utf8mb4_bin null;
alter table service_record add column resolution varchar(10) null;
alter table service_record add column resolved_by varchar(100) collate utf8mb4_bin null;
alter table service_record add column resolution_reason varchar(1000) null;
alter table service_record add key service_record_flagged (association_id, institution_id, flagged);
alter table service_record drop constraint service_record_status;
alter table service_record add constraint service_record_state
    check (status in ('recorded', 'confirmed', 'disputed', 'withdrawn'));
alter table service_record add constraint service_record_flagged_unpaid check (flagged = false or status <> 'confirmed');
alter table service_record add constraint service_record_resolution
    check (resolution is null or (resolution in ('accepted', 'refused') and resolved_by is not null
        and resolution_reason is not null));
-- Four eyes. A comparison with null is unknown and passes.
alter table service_record add constraint service_record_resolution_eyes
    check (resolved_by <> recorded_by and resolved_by <> disputed_by and resolved_by <> confirmed_by);

alter table service_record_revision add column night boolean not null default false;
alter table service_record_revision add column flags longtext null;
alter table service_record_revision add column reason varchar(1000) null;
