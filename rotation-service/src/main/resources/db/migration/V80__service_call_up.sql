-- The emergency call-up under which somebody served, as the reporting system names it.
alter table service_record add column call_up varchar(100) null;
alter table service_record_revision add column call_up varchar(100) null;
