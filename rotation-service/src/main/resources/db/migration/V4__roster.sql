create table duty_demand (
    id binary(16) not null primary key,
    association_id binary(16) not null,
    version bigint not null,
    institution_id binary(16) not null,
    month char(7) not null,
    stated_by varchar(100) not null,
    unique key duty_demand_month (association_id, institution_id, month)
) character set utf8mb4;

create table duty_demand_shift (
    demand_id binary(16) not null,
    position smallint not null,
    code varchar(20) collate utf8mb4_bin not null,
    name varchar(200) not null,
    start_minute smallint not null,
    minutes smallint not null,
    night boolean not null,
    category varchar(40) not null,
    specialty varchar(100) null,
    weekdays varchar(40) not null comment 'MON,TUE…',
    minimum smallint not null,
    desired smallint not null,
    primary key (demand_id, position),
    unique key duty_demand_shift_code (demand_id, code),
    constraint duty_demand_shift_of foreign key (demand_id) references duty_demand (id),
    constraint duty_demand_shift_heads check (minimum >= 0 and desired >= minimum),
    constraint duty_demand_shift_time check (start_minute between 0 and 1439 and minutes between 1 and 1440)
) character set utf8mb4;

create table roster_plan (
    id binary(16) not null primary key,
    association_id binary(16) not null,
    version bigint not null,
    month char(7) not null,
    status varchar(20) not null,
    seconds int not null,
    seed bigint not null,
    requested_by varchar(100) not null,
    requested_at datetime(6) not null,
    lease_owner binary(16) null,
    lease_until datetime(6) null,
    cost bigint null,
    bound bigint null comment 'proven; null when none is known',
    assigned int null,
    unmet int null,
    failure varchar(1000) null,
    published_by varchar(100) null,
    published_at datetime(6) null,
    key roster_plan_month (association_id, month, status),
    key roster_plan_work (status, requested_at),
    constraint roster_plan_status
        check (status in ('queued', 'solving', 'draft', 'published', 'superseded', 'failed'))
) character set utf8mb4;

create table roster_plan_institution (
    plan_id binary(16) not null,
    institution_id binary(16) not null,
    primary key (plan_id, institution_id),
    constraint roster_plan_institution_of foreign key (plan_id) references roster_plan (id)
) character set utf8mb4;

create table duty (
    id binary(16) not null primary key,
    association_id binary(16) not null,
    plan_id binary(16) not null,
    institution_id binary(16) not null,
    member_id binary(16) null,
    work_date date not null,
    shift varchar(20) collate utf8mb4_bin not null,
    specialty varchar(100) null,
    starts_at datetime(6) not null,
    ends_at datetime(6) not null,
    night boolean not null,
    status varchar(20) not null,
    reason varchar(100) null,
    unique key duty_one_a_day (plan_id, member_id, work_date),
    key duty_place (association_id, institution_id, work_date),
    key duty_member (association_id, member_id, work_date),
    constraint duty_of foreign key (plan_id) references roster_plan (id),
    constraint duty_person check ((status = 'assigned' and member_id is not null)
        or (status = 'open' and member_id is null and reason is not null)),
    constraint duty_times check (ends_at > starts_at)
) character set utf8mb4;

create table unmet_shift (
    plan_id binary(16) not null,
    position int not null,
    institution_id binary(16) not null,
    work_date date not null,
    shift varchar(20) collate utf8mb4_bin not null,
    assigned smallint not null,
    minimum smallint not null,
    desired smallint not null,
    reason varchar(50) not null,
    people int not null comment 'how many people the reason keeps out',
    primary key (plan_id, position),
    constraint unmet_shift_of foreign key (plan_id) references roster_plan (id)
) character set utf8mb4;
