-- The departments of institutions, and what is so of each from one day to another.
create table department (
    id binary(16) not null primary key,
    association_id binary(16) not null,
    version bigint not null,
    institution_id binary(16) not null,
    code varchar(50) character set utf8mb4 collate utf8mb4_bin not null comment 'never changes',
    recorded_at datetime(6) not null,
    recorded_by varchar(100) not null,
    unique key department_code (institution_id, code),
    key department_list (association_id, code, id),
    constraint department_at foreign key (institution_id) references institution (id)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

create table department_term (
    association_id binary(16) not null,
    department_id binary(16) not null,
    valid_from date not null,
    valid_to date null comment 'first day that no longer counts',
    name varchar(100) not null,
    name_en varchar(200) null,
    kind varchar(30) character set ascii collate ascii_bin not null,
    specialty varchar(100) null,
    parent_id binary(16) null,
    member_id binary(16) null comment 'the head',
    primary key (department_id, valid_from),
    key department_term_head (member_id),
    constraint department_term_of foreign key (department_id) references department (id),
    constraint department_term_under foreign key (parent_id) references department (id),
    constraint department_term_headed foreign key (member_id) references member (id),
    constraint department_term_kind check (kind in ('clinical', 'nursing', 'medical-technology', 'pharmacy', 'public-health',
        'administration', 'logistics')),
    constraint department_term_valid check (valid_to > valid_from)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;
