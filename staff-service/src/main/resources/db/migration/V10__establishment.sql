-- Authorised posts, never deleted: a line that ends has an end, a wrong one is annulled.
create table authorised_post (
    id binary(16) not null primary key,
    association_id binary(16) not null,
    version bigint not null,
    institution_id binary(16) not null,
    department varchar(100) null comment 'null: any',
    category varchar(30) character set ascii collate ascii_bin not null,
    title varchar(20) character set ascii collate ascii_bin null comment 'null: any',
    headcount int not null,
    valid_from date not null,
    valid_to date null comment 'first day that no longer counts',
    recorded_at datetime(6) not null,
    recorded_by varchar(100) not null,
    reason varchar(500) null,
    key authorised_post_institution (institution_id, category),
    key authorised_post_list (association_id, id),
    constraint authorised_post_at foreign key (institution_id) references institution (id),
    constraint authorised_post_headcount check (headcount between 0 and 100000),
    constraint authorised_post_valid check (valid_to > valid_from)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- What the association lets an institution hold beyond a line, by whom and why.
create table establishment_permit (
    id binary(16) not null primary key,
    association_id binary(16) not null,
    post_id binary(16) not null,
    extra int not null,
    valid_from date not null,
    valid_to date not null comment 'first day that no longer counts',
    reason varchar(500) not null,
    granted_at datetime(6) not null,
    granted_by varchar(100) not null,
    key establishment_permit_post (post_id),
    constraint establishment_permit_post foreign key (post_id) references authorised_post (id),
    constraint establishment_permit_extra check (extra between 1 and 1000),
    constraint establishment_permit_valid check (valid_to > valid_from)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;
