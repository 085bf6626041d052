alter table indicator_scheme add column no_data varchar(20) not null default 'block' comment 'what an indicator without a value does';
alter table indicator_scheme add constraint indicator_scheme_no_data check (no_data in ('block', 'zero', 'exclude'));

-- The two upper levels of a scheme; a flat scheme has none.
create table indicator_group (
    scheme_id binary(16) not null,
    code varchar(50) collate utf8mb4_bin not null,
    association_id binary(16) not null,
    position int not null,
    parent varchar(50) collate utf8mb4_bin not null comment 'empty at the top',
    name varchar(200) not null,
    name_en varchar(200) null,
    weight decimal(7, 6) not null comment 'among those with the same parent',
    primary key (scheme_id, code),
    constraint indicator_group_of foreign key (scheme_id) references indicator_scheme (id),
    constraint indicator_group_weight check (weight > 0 and weight <= 1)
) default character set utf8mb4;

alter table indicator add column parent varchar(50) collate utf8mb4_bin not null default '' comment 'a group; empty at the top';
alter table indicator add column bands text null comment 'JSON, of a banded indicator';
alter table indicator drop constraint indicator_scoring;
alter table indicator add constraint indicator_scoring
    check (scoring in ('linear', 'ratio', 'threshold', 'reverse', 'banded') and (scoring = 'banded') = (bands is not null));

-- Three levels of four decimals and a score of six: eighteen decimals are exact.
alter table evaluation_score modify weight decimal(14, 12) not null;
alter table evaluation_score modify value decimal(20, 6) null;
alter table evaluation_score add column no_data varchar(20) null comment 'zero or exclude: what became of a value that was not there';
alter table evaluation_score add constraint evaluation_score_no_data
    check ((value is null) = (no_data is not null) and (no_data is null or (no_data in ('zero', 'exclude') and score = 0)));
alter table evaluation_institution modify score decimal(20, 18) null;
alter table pay_input_institution modify score decimal(20, 18) not null;
