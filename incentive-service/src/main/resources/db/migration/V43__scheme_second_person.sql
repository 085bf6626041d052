-- Whoever wrote an indicator scheme does not publish it; those published before had no such rule and keep no author here.
alter table indicator_scheme add column author varchar(100) collate utf8mb4_bin null comment 'as created_by';
update indicator_scheme set author = created_by where status = 'draft';
alter table indicator_scheme modify published_by varchar(100) collate utf8mb4_bin null;
alter table indicator_scheme add constraint indicator_scheme_second_person
    check (author is null or published_by is null or published_by <> author);
