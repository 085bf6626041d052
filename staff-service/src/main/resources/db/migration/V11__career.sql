-- What members have served at county level or below, as rotation-service tells it.
create table grassroots_service (
    member_id binary(16) not null primary key comment 'as rotation-service knows the person; need not be known here yet',
    counts_for_id binary(16) not null comment 'the record as which the person goes on',
    association_id binary(16) not null,
    days int not null,
    last_day date null,
    key grassroots_service_for (counts_for_id)
);

create table promotion_case (
    id binary(16) not null primary key,
    association_id binary(16) not null,
    version bigint not null,
    member_id binary(16) not null,
    institution_id binary(16) null comment 'of the main appointment when it was opened',
    from_title varchar(20) character set ascii collate ascii_bin not null,
    to_title varchar(20) character set ascii collate ascii_bin not null,
    state varchar(15) character set ascii collate ascii_bin not null,
    conditions longtext not null comment 'JSON: each condition as it was judged when the case was opened',
    opened_at datetime(6) not null,
    opened_by varchar(100) not null,
    decided_at datetime(6) null,
    decided_by varchar(100) null,
    decision_reason varchar(500) null,
    effective_on date null,
    open_case tinyint generated always as (case when state in ('open', 'approved') then 1 end) stored
        comment '1 or null, so that the unique key binds undecided and coming promotions only',
    unique key promotion_case_open (member_id, open_case),
    key promotion_case_list (association_id, id),
    constraint promotion_case_member foreign key (member_id) references member (id),
    constraint promotion_case_at foreign key (institution_id) references institution (id),
    constraint promotion_case_state check (state in ('ineligible', 'open', 'approved', 'refused', 'effective')),
    constraint promotion_case_decided check ((state in ('ineligible', 'open')) = (decided_by is null)),
    constraint promotion_case_four_eyes check (decided_by <> opened_by),
    constraint promotion_case_effective check ((state in ('approved', 'effective')) = (effective_on is not null))
) character set utf8mb4 collate utf8mb4_unicode_520_ci;
