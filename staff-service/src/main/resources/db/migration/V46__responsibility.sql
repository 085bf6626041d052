-- Who answers for public health: leading group, management office, institution, and the person named at each (R11).
create table responsibility_unit (
    id binary(16) not null primary key,
    association_id binary(16) not null,
    version bigint not null,
    level varchar(20) character set ascii collate ascii_bin not null,
    parent_id binary(16) null comment 'a unit of the level above',
    institution_id binary(16) not null comment 'that it is part of, or that hosts it',
    name varchar(200) not null,
    valid_from date not null,
    valid_to date null comment 'first day without it',
    recorded_at datetime(6) not null,
    recorded_by varchar(100) not null,
    key responsibility_unit_list (association_id, name, id),
    key responsibility_unit_at (institution_id, level),
    constraint responsibility_unit_under foreign key (parent_id) references responsibility_unit (id),
    constraint responsibility_unit_of foreign key (institution_id) references institution (id),
    constraint responsibility_unit_level check (level in ('leading-group', 'management-office', 'institution')),
    constraint responsibility_unit_top check ((level = 'leading-group') = (parent_id is null)),
    constraint responsibility_unit_valid check (valid_to > valid_from)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

create table responsible_person (
    id binary(16) not null primary key,
    association_id binary(16) not null,
    version bigint not null,
    unit_id binary(16) not null,
    member_id binary(16) not null,
    duty varchar(10) character set ascii collate ascii_bin not null,
    full_time boolean not null,
    valid_from date not null,
    valid_to date null comment 'first day without it',
    recorded_at datetime(6) not null,
    recorded_by varchar(100) not null,
    ending_reason varchar(500) null,
    key responsible_person_unit (unit_id, valid_from),
    key responsible_person_member (member_id),
    constraint responsible_person_in foreign key (unit_id) references responsibility_unit (id),
    constraint responsible_person_of foreign key (member_id) references member (id),
    constraint responsible_person_duty check (duty in ('head', 'deputy', 'officer')),
    constraint responsible_person_valid check (valid_to > valid_from),
    constraint responsible_person_ended check (ending_reason is null or valid_to is not null)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- One row for each association: its lock lets changes of the tree follow one another.
create table responsibility_tree (
    association_id binary(16) not null primary key,
    changed_at datetime(6) not null
);
