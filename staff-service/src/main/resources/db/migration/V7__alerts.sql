-- What an office must see to before a day: open exactly as long as its ground stands.
create table alert (
    id binary(16) not null primary key,
    association_id binary(16) not null,
    version bigint not null,
    kind varchar(50) character set ascii collate ascii_bin not null,
    subject_type varchar(30) character set ascii collate ascii_bin not null,
    subject_id binary(16) not null,
    member_id binary(16) null comment 'whom it concerns; they see it too',
    institution_id binary(16) not null comment 'whose office sees to it',
    due_on date not null,
    lead_days int not null comment 'the smallest lead time reached; 0 on the day and after',
    raised_at datetime(6) not null,
    acknowledged_at datetime(6) null comment 'empty again when a nearer lead time is reached',
    acknowledged_by varchar(100) null,
    note varchar(500) null,
    settled_at datetime(6) null comment 'the ground is gone',
    unique key alert_ground (association_id, kind, subject_id, due_on),
    key alert_due (association_id, due_on, id),
    key alert_member (member_id),
    constraint alert_member foreign key (member_id) references member (id),
    constraint alert_institution foreign key (institution_id) references institution (id)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- When the grounds of a kind were last compared with its alerts; its row is the lock of that comparison.
create table alert_pass (
    association_id binary(16) not null,
    kind varchar(50) character set ascii collate ascii_bin not null,
    next_at datetime(6) not null,
    primary key (association_id, kind)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;
