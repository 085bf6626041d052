-- Paper questionnaires that were counted, by the number printed on them. As with tokens nothing leads from here to an answer: no time,
-- no order, no common column but the subject.
create table survey_paper (
    survey_id binary(16) not null,
    number varchar(50) collate utf8mb4_bin not null,
    association_id binary(16) not null,
    subject varchar(110) collate utf8mb4_bin not null,
    primary key (survey_id, number),
    key survey_paper_of (survey_id, subject),
    constraint survey_paper_subject foreign key (survey_id, subject) references survey_subject (survey_id, subject)
) default character set utf8mb4;
