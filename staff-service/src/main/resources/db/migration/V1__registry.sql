-- Every table carries the association; no query joins two associations. Codes are compared byte by byte, names by language.

create table association (
    id binary(16) not null primary key,
    version bigint not null,
    code varchar(50) character set utf8mb4 collate utf8mb4_bin not null,
    name varchar(200) not null,
    name_en varchar(200) null
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

create table institution (
    id binary(16) not null primary key,
    association_id binary(16) not null,
    version bigint not null,
    code varchar(50) character set utf8mb4 collate utf8mb4_bin not null comment 'never changes: grants name it',
    name varchar(200) not null,
    name_en varchar(200) null,
    tier varchar(30) character set ascii collate ascii_bin not null,
    leading_institution boolean not null comment 'lead is a reserved word of MySQL',
    setting varchar(10) character set ascii collate ascii_bin not null,
    population int not null comment 'catchment; catchments of different tiers overlap, never add them up',
    area_km2 decimal(12, 3) not null comment '0 while not known',
    latitude decimal(9, 6) null,
    longitude decimal(9, 6) null,
    parent_id binary(16) null,
    unique key institution_code (association_id, code),
    key institution_name (association_id, name, id),
    constraint institution_parent foreign key (parent_id) references institution (id),
    constraint institution_tier check (tier in ('tertiary-hospital', 'secondary-hospital', 'township-health-centre',
        'community-health-centre', 'village-clinic', 'public-health-agency')),
    constraint institution_setting check (setting in ('urban', 'rural')),
    constraint institution_size check (population >= 0 and area_km2 >= 0),
    constraint institution_place check (latitude between -90 and 90 and longitude between -180 and 180)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;
