-- Pieces of files are packed before they are sealed; those of jobs that waited meanwhile are not.
alter table import_chunk add column packed boolean not null default false;
