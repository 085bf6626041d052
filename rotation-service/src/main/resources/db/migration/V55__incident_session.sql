-- An incident may have occurred in a session of a shared specialist.
alter table incident add column shared_session_id binary(16) null;
alter table incident add key incident_session (shared_session_id);
