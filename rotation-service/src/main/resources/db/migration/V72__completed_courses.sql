-- Courses that people have completed, as staff-service tells of the credits earned by them.
create table directory_course (
    id binary(16) not null primary key,
    association_id binary(16) not null,
    member_id binary(16) not null,
    title varchar(500) not null comment 'of the course',
    earned_on date not null,
    annulled boolean not null comment 'counts as never completed',
    key directory_course_member (association_id, member_id)
) character set utf8mb4;
