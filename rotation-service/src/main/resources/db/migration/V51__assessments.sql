-- Results of periodic assessments as staff-service tells them.
create table directory_assessment (
    id binary(16) not null primary key,
    association_id binary(16) not null,
    member_id binary(16) not null,
    held_on date not null,
    result varchar(20) not null,
    annulled boolean not null,
    suspended_from date null comment 'of a failed one: first day without practice',
    key directory_assessment_member (association_id, member_id),
    constraint directory_assessment_result check (result in ('passed', 'failed'))
) character set utf8mb4;
