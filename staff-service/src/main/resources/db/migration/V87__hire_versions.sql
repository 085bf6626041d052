-- What is told of an appointment has versions of its own: 1, 2, 3 without gap, whatever happened to the application before.
alter table recruitment_application add column hire_version bigint after answer_until;
update recruitment_application set hire_version = 0 where member_id is not null;
