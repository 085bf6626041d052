-- Emergency teams, who serves in them, and their drills.
create table emergency_team (
    id binary(16) not null primary key,
    association_id binary(16) not null,
    version bigint not null comment 'rises with every change of the team or of who serves in it',
    institution_id binary(16) not null comment 'that keeps it',
    name varchar(200) not null,
    purpose varchar(50) character set utf8mb4 collate utf8mb4_bin not null comment 'what it is for, such as infectious-disease',
    needs longtext not null comment 'JSON: skills and how many must have each',
    term_from date not null,
    term_to date not null comment 'first day after the term',
    recorded_at datetime(6) not null,
    recorded_by varchar(100) not null,
    renewed_at datetime(6) null comment 'when the present term was decided, if it is not the first',
    renewed_by varchar(100) null,
    dissolved_on date null comment 'first day without it',
    dissolution_reason varchar(500) null,
    key emergency_team_list (association_id, name, id),
    key emergency_team_term (association_id, term_to),
    constraint emergency_team_at foreign key (institution_id) references institution (id),
    constraint emergency_team_term_valid check (term_to > term_from),
    constraint emergency_team_four_eyes check (renewed_by <> recorded_by),
    constraint emergency_team_dissolved check ((dissolved_on is null) = (dissolution_reason is null))
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

create table emergency_service (
    id binary(16) not null primary key,
    association_id binary(16) not null,
    version bigint not null,
    team_id binary(16) not null,
    member_id binary(16) not null,
    duty varchar(10) character set ascii collate ascii_bin not null,
    skills longtext not null comment 'JSON: codes',
    since date not null,
    left_on date null comment 'first day without it',
    leaving_reason varchar(500) null,
    ready_minutes int null comment 'declared time to assemble; null: not ready, or nothing declared',
    declared_at datetime(6) null,
    declared_by varchar(100) null,
    verified_at datetime(6) null,
    verified_by varchar(100) null,
    serving tinyint generated always as (case when left_on is null then 1 end) stored
        comment '1 or null, so that unique keys bind those who serve',
    counted tinyint generated always as (case when left_on is null and duty <> 'reserve' then 1 end) stored
        comment '1 or null: nobody counts in two teams',
    leads tinyint generated always as (case when left_on is null and duty = 'leader' then 1 end) stored,
    unique key emergency_service_once (team_id, member_id, serving),
    unique key emergency_service_counted (member_id, counted),
    unique key emergency_service_leader (team_id, leads),
    key emergency_service_list (association_id, id),
    constraint emergency_service_in foreign key (team_id) references emergency_team (id),
    constraint emergency_service_of foreign key (member_id) references member (id),
    constraint emergency_service_duty check (duty in ('leader', 'deputy', 'member', 'reserve')),
    constraint emergency_service_minutes check (ready_minutes between 0 and 10080),
    constraint emergency_service_declared check ((declared_at is null) = (declared_by is null)),
    constraint emergency_service_verified check ((verified_at is null) = (verified_by is null) and (verified_at is null or ready_minutes is not null)),
    constraint emergency_service_four_eyes check (verified_by <> declared_by)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

create table emergency_drill (
    id binary(16) not null primary key,
    association_id binary(16) not null,
    team_id binary(16) not null,
    held_on date not null,
    subject varchar(200) not null,
    called int not null comment 'people who were called',
    came int not null,
    in_time int not null comment 'of those who came, how many within the time of the policy',
    assembled_minutes int null comment 'until the last of those who came was there; null when nobody came',
    limit_minutes int not null comment 'of the policy on that day',
    recorded_at datetime(6) not null,
    recorded_by varchar(100) not null,
    key emergency_drill_list (association_id, held_on, id),
    key emergency_drill_team (team_id, held_on),
    constraint emergency_drill_of foreign key (team_id) references emergency_team (id),
    constraint emergency_drill_counts check (called >= came and came >= in_time and in_time >= 0)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

create table emergency_drill_arrival (
    drill_id binary(16) not null,
    service_id binary(16) not null,
    association_id binary(16) not null,
    minutes int null comment 'after the call; null: did not come',
    primary key (drill_id, service_id),
    constraint emergency_drill_arrival_at foreign key (drill_id) references emergency_drill (id),
    constraint emergency_drill_arrival_of foreign key (service_id) references emergency_service (id),
    constraint emergency_drill_arrival_minutes check (minutes between 0 and 10080)
);
