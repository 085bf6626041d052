-- Samples of claimed service that somebody looks into.
create table verification_sample (
    id binary(16) not null primary key,
    association_id binary(16) not null,
    version bigint not null,
    institution_id binary(16) not null,
    institution_code varchar(50) collate utf8mb4_bin not null,
    indicator varchar(50) collate utf8mb4_bin not null,
    month char(7) not null,
    kind varchar(40) not null comment 'of service; empty for all',
    seed binary(16) not null,
    claimed int not null comment 'records that it was drawn from',
    size int not null,
    rules text not null comment 'JSON of the policy as in force when it was drawn',
    status varchar(20) not null,
    drawn_by varchar(100) collate utf8mb4_bin not null,
    drawn_at datetime(6) not null,
    completed_by varchar(100) collate utf8mb4_bin null,
    completed_at datetime(6) null,
    refuted int null,
    rate decimal(7, 6) null,
    low decimal(7, 6) null,
    high decimal(7, 6) null,
    counted decimal(20, 6) null comment 'what is left of the claim',
    unique key verification_sample_once (association_id, institution_id, month, indicator),
    key verification_sample_list (association_id, id),
    constraint verification_sample_status check (status in ('drawn', 'completed')),
    constraint verification_sample_size check (size between 1 and claimed),
    constraint verification_sample_completed check ((status = 'completed') = (completed_by is not null)
        and (status = 'completed') = (counted is not null)),
    constraint verification_sample_counted check (counted between 0 and claimed)
) default character set utf8mb4;

-- What it was drawn from, so that anybody can draw it again.
create table verification_frame (
    sample_id binary(16) not null,
    record_id binary(16) not null,
    association_id binary(16) not null,
    primary key (sample_id, record_id),
    constraint verification_frame_of foreign key (sample_id) references verification_sample (id)
) default character set utf8mb4;

create table verification_item (
    sample_id binary(16) not null,
    record_id binary(16) not null,
    association_id binary(16) not null,
    version bigint not null,
    source_id varchar(200) not null,
    member_id binary(16) not null,
    kind varchar(40) not null,
    started_at datetime(6) not null,
    minutes int not null,
    verified boolean null comment 'false: refuted',
    finding varchar(1000) null,
    judged_by varchar(100) collate utf8mb4_bin null,
    judged_at datetime(6) null,
    primary key (sample_id, record_id),
    constraint verification_item_of foreign key (sample_id, record_id) references verification_frame (sample_id, record_id),
    constraint verification_item_judged check ((verified is null) = (judged_by is null)),
    constraint verification_item_finding check (verified is null or verified or finding is not null)
) default character set utf8mb4;
