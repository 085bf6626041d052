-- Questions that a mass evaluation asks; never changed: another wording is the next edition of the name.
create table question_set (
    id binary(16) not null primary key,
    association_id binary(16) not null,
    name varchar(200) not null,
    edition int not null,
    created_by varchar(100) not null,
    created_at datetime(6) not null,
    unique key question_set_edition (association_id, name, edition),
    key question_set_list (association_id, id)
) default character set utf8mb4;

create table question (
    question_set_id binary(16) not null,
    code varchar(50) collate utf8mb4_bin not null,
    association_id binary(16) not null,
    position int not null,
    topic varchar(20) not null,
    steps int not null comment '2: no or yes; otherwise the last step of a scale that begins with 1',
    scale boolean not null,
    text varchar(500) not null,
    text_en varchar(500) null,
    primary key (question_set_id, code),
    constraint question_of foreign key (question_set_id) references question_set (id),
    constraint question_topic check (topic in ('awareness', 'satisfaction', 'utilisation')),
    constraint question_steps check (steps between 2 and 10 and (scale or steps = 2))
) default character set utf8mb4;

create table survey (
    id binary(16) not null primary key comment 'that of the campaign it belongs to',
    association_id binary(16) not null,
    question_set_id binary(16) not null,
    open boolean not null,
    constraint survey_asks foreign key (question_set_id) references question_set (id)
) default character set utf8mb4;

create table survey_subject (
    survey_id binary(16) not null,
    subject varchar(110) collate utf8mb4_bin not null,
    association_id binary(16) not null,
    institution_code varchar(50) collate utf8mb4_bin not null comment '*: the whole association',
    primary key (survey_id, subject),
    constraint survey_subject_of foreign key (survey_id) references survey (id)
) default character set utf8mb4;

create table survey_batch (
    survey_id binary(16) not null,
    batch varchar(50) collate utf8mb4_bin not null,
    association_id binary(16) not null,
    subject varchar(110) collate utf8mb4_bin not null,
    tokens int not null,
    issued_by varchar(100) not null,
    issued_at datetime(6) not null,
    primary key (survey_id, batch),
    constraint survey_batch_of foreign key (survey_id, subject) references survey_subject (survey_id, subject)
) default character set utf8mb4;

-- Nothing leads from a token to an answer: no time, no order, no common column but the subject.
create table survey_token (
    hash binary(32) not null primary key,
    association_id binary(16) not null,
    survey_id binary(16) not null,
    subject varchar(110) collate utf8mb4_bin not null,
    used boolean not null,
    key survey_token_of (survey_id, subject, used),
    constraint survey_token_subject foreign key (survey_id, subject) references survey_subject (survey_id, subject)
) default character set utf8mb4;

create table survey_answer (
    id binary(16) not null comment 'random, so that not even the order is known',
    question varchar(50) collate utf8mb4_bin not null,
    association_id binary(16) not null,
    survey_id binary(16) not null,
    subject varchar(110) collate utf8mb4_bin not null,
    value int not null,
    primary key (id, question),
    key survey_answer_of (survey_id, subject, id),
    constraint survey_answer_subject foreign key (survey_id, subject) references survey_subject (survey_id, subject)
) default character set utf8mb4;
