-- Reminders before the term of an agreement or its insurance ends; each is sent once.
create table agreement_reminder (
    agreement_id binary(16) not null,
    kind varchar(40) not null comment 'what ends',
    ends_on date not null,
    lead_days smallint not null,
    association_id binary(16) not null,
    sent_at datetime(6) not null,
    primary key (agreement_id, kind, ends_on, lead_days),
    constraint agreement_reminder_of foreign key (agreement_id) references practice_agreement (id)
) character set utf8mb4;

-- The next day to look at an agreement is now also the next day to remind: every one still open is looked at anew.
update practice_agreement set review_on = '2000-01-01' where status <> 'ended';
