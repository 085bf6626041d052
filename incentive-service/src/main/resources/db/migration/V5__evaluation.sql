create table evaluation (
    id binary(16) not null primary key,
    association_id binary(16) not null,
    version bigint not null,
    scheme_id binary(16) not null,
    month char(7) not null,
    status varchar(20) not null,
    created_by varchar(100) not null,
    created_at datetime(6) not null,
    closed_by varchar(100) null,
    closed_at datetime(6) null,
    key evaluation_list (association_id, id),
    constraint evaluation_by_scheme foreign key (scheme_id) references indicator_scheme (id),
    constraint evaluation_status check (status in ('open', 'closed')),
    constraint evaluation_closed check ((status = 'closed') = (closed_at is not null))
) default character set utf8mb4;

create table evaluation_institution (
    evaluation_id binary(16) not null,
    institution_id binary(16) not null,
    association_id binary(16) not null,
    code varchar(50) collate utf8mb4_bin not null,
    name varchar(200) not null,
    score decimal(14, 12) null comment '0 to 1, once closed',
    primary key (evaluation_id, institution_id),
    constraint evaluation_institution_of foreign key (evaluation_id) references evaluation (id),
    constraint evaluation_institution_score check (score >= 0 and score <= 1)
) default character set utf8mb4;

create table evaluation_measure (
    evaluation_id binary(16) not null,
    institution_id binary(16) not null,
    indicator varchar(50) collate utf8mb4_bin not null,
    association_id binary(16) not null,
    value decimal(20, 6) not null,
    entered_by varchar(100) not null,
    entered_at datetime(6) not null,
    primary key (evaluation_id, institution_id, indicator),
    constraint evaluation_measure_of foreign key (evaluation_id, institution_id)
        references evaluation_institution (evaluation_id, institution_id),
    constraint evaluation_measure_value check (value >= 0)
) default character set utf8mb4;

create table evaluation_quality (
    evaluation_id binary(16) not null,
    staff_no varchar(50) collate utf8mb4_bin not null,
    association_id binary(16) not null,
    quality decimal(6, 4) not null,
    entered_by varchar(100) not null,
    entered_at datetime(6) not null,
    primary key (evaluation_id, staff_no),
    constraint evaluation_quality_of foreign key (evaluation_id) references evaluation (id),
    constraint evaluation_quality_range check (quality >= 0 and quality <= 2)
) default character set utf8mb4;

-- How a score came about: written once, at closing.
create table evaluation_score (
    evaluation_id binary(16) not null,
    institution_id binary(16) not null,
    indicator varchar(50) collate utf8mb4_bin not null,
    association_id binary(16) not null,
    weight decimal(7, 6) not null,
    value decimal(20, 6) not null,
    score decimal(7, 6) not null,
    primary key (evaluation_id, institution_id, indicator),
    constraint evaluation_score_of foreign key (evaluation_id, institution_id)
        references evaluation_institution (evaluation_id, institution_id),
    constraint evaluation_score_range check (score >= 0 and score <= 1)
) default character set utf8mb4;
