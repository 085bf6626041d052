-- Rankings, round by round, and what was objected to them.
create table recruitment_standing (
    campaign_id binary(16) not null,
    ranking_round int not null,
    application_id binary(16) not null,
    association_id binary(16) not null,
    position_id binary(16) not null,
    line_no int not null comment 'position by position, by rank, then those who are not ranked',
    rank_no int null,
    seat varchar(50) null comment 'open, or the ground of a reserved place; null without a place',
    explanation longtext not null comment 'JSON: parts, preference, total, tie rule, effect of reserved places',
    primary key (campaign_id, ranking_round, application_id),
    unique key recruitment_standing_line (campaign_id, ranking_round, line_no),
    key recruitment_standing_application (application_id),
    constraint recruitment_standing_in foreign key (campaign_id) references recruitment_campaign (id),
    constraint recruitment_standing_of foreign key (application_id) references recruitment_application (id)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

create table recruitment_objection (
    id binary(16) not null primary key,
    association_id binary(16) not null,
    version bigint not null,
    campaign_id binary(16) not null,
    ranking_round int not null,
    application_id binary(16) null comment 'whose place is objected to; null for all of the ranking',
    statement varchar(1000) not null,
    recorded_at datetime(6) not null,
    recorded_by varchar(100) not null,
    state varchar(10) character set ascii collate ascii_bin not null,
    decided_at datetime(6) null,
    decided_by varchar(100) null,
    decision_reason varchar(500) null,
    key recruitment_objection_list (association_id, campaign_id, id),
    key recruitment_objection_campaign (campaign_id, state),
    constraint recruitment_objection_in foreign key (campaign_id) references recruitment_campaign (id),
    constraint recruitment_objection_of foreign key (application_id) references recruitment_application (id),
    constraint recruitment_objection_state check (state in ('open', 'upheld', 'dismissed')),
    constraint recruitment_objection_decided check ((state = 'open') = (decided_by is null)),
    constraint recruitment_objection_four_eyes check (decided_by <> recorded_by)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;
