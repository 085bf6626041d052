-- Why an agreement is suspended is a list of causes; when time alone may change it is a day.
alter table practice_agreement add column status_causes longtext null comment 'JSON: the causes of suspension, past decisions included';
alter table practice_agreement add column review_on date not null default '2000-01-01';
alter table practice_agreement add key practice_agreement_review (review_on);
-- An insurance may lapse within the term: the agreement is suspended until it is renewed.
alter table practice_agreement drop constraint practice_agreement_term;
alter table practice_agreement add constraint practice_agreement_span check (valid_to > valid_from);

-- What was known of an agreement when; a row is only ever closed.
create table practice_agreement_history (
    id binary(16) not null,
    version bigint not null,
    association_id binary(16) not null,
    member_id binary(16) not null,
    valid_from date not null,
    valid_to date not null,
    weekly_hours smallint not null,
    status varchar(20) not null,
    status_reason varchar(200) null,
    status_from date not null,
    status_causes longtext null,
    recorded_at datetime(6) not null,
    superseded_at datetime(6) null,
    primary key (id, version),
    key practice_agreement_history_member (association_id, member_id, recorded_at)
) character set utf8mb4;

insert into practice_agreement_history (id, version, association_id, member_id, valid_from, valid_to, weekly_hours, status,
        status_reason, status_from, status_causes, recorded_at)
    select id, version, association_id, member_id, valid_from, valid_to, weekly_hours, status, status_reason, status_from,
        status_causes, utc_timestamp(6) from practice_agreement;
