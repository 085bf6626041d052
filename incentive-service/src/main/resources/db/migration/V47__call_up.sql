-- The emergency call-up under which somebody served, as the record's source names it; null for ordinary service.
alter table directory_service_record add column call_up varchar(100) null;
alter table pay_input_record add column call_up varchar(100) null;
