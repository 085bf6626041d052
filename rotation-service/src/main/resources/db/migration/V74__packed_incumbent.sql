-- The best plan so far, packed (M7): as JSON, that of 10,000 people over 31 days fills 30 MB and more, beyond the packet a server takes by
-- default (16 MB). What a worker of an earlier version saved stays where it is and is read until its plan is saved anew or solved.
alter table plan_incumbent modify column assignments longtext null comment 'JSON, of earlier versions';
alter table plan_incumbent add column packed mediumblob null comment 'PackedAssignments';
alter table plan_incumbent add constraint plan_incumbent_saved check (assignments is not null or packed is not null);
