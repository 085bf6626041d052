-- When institutions joined and left the association; one without a period has always been in it.
create table institution_membership (
    id binary(16) not null primary key,
    association_id binary(16) not null,
    version bigint not null,
    institution_id binary(16) not null,
    joined_on date not null,
    left_on date null comment 'first day without it',
    ending varchar(10) character set ascii collate ascii_bin null,
    merged_into_id binary(16) null comment 'the institution as which it goes on',
    reason varchar(500) not null comment 'of the last change',
    recorded_at datetime(6) not null,
    recorded_by varchar(100) not null,
    running tinyint generated always as (case when left_on is null then 1 end) stored
        comment '1 or null, so that the unique key binds those that go on',
    unique key institution_membership_running (institution_id, running),
    key institution_membership_list (association_id, joined_on, id),
    key institution_membership_of (institution_id, joined_on),
    constraint institution_membership_at foreign key (institution_id) references institution (id),
    constraint institution_membership_into foreign key (merged_into_id) references institution (id),
    constraint institution_membership_days check (left_on > joined_on),
    constraint institution_membership_ending check (ending in ('left', 'merged')),
    constraint institution_membership_ended check ((left_on is null) = (ending is null)),
    constraint institution_membership_merged check (merged_into_id is null or ending = 'merged')
) character set utf8mb4 collate utf8mb4_unicode_520_ci;
