-- What a shift asks beside a number of people (M6, M7): titles, the order of shifts, how often one person may have it, what gaps weigh.
alter table duty_demand_shift add column least_title varchar(40) null;
alter table duty_demand_shift add column most_per_person smallint null comment 'duties of one person in the month';
alter table duty_demand_shift add column weight_below_minimum int null;
alter table duty_demand_shift add column weight_below_desired int null;
alter table duty_demand_shift add column weight_above_desired int null;
alter table duty_demand_shift add constraint duty_demand_shift_most check (most_per_person between 0 and 31);

create table duty_demand_forbidden (
    demand_id binary(16) not null,
    code varchar(20) collate utf8mb4_bin not null,
    next_code varchar(20) collate utf8mb4_bin not null comment 'must not follow on the next day',
    primary key (demand_id, code, next_code),
    constraint duty_demand_forbidden_of foreign key (demand_id) references duty_demand (id)
) character set utf8mb4;
