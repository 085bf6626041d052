-- Calendar feeds with a secret, revocable address (M13): only the hash of the secret is kept.
create table roster_feed (
    id binary(16) not null primary key,
    association_id binary(16) not null,
    member_id binary(16) not null,
    secret_hash binary(32) not null,
    made_by varchar(100) collate utf8mb4_bin not null,
    made_at datetime(6) not null,
    revoked_at datetime(6) null,
    unique key roster_feed_secret (secret_hash),
    key roster_feed_member (association_id, member_id)
) character set utf8mb4;

-- What calendars were told of a person's day: it keeps its identity and counts its changes, whatever plan it comes from.
create table calendar_entry (
    member_id binary(16) not null,
    work_date date not null,
    sequence int not null,
    starts_at datetime(6) not null,
    ends_at datetime(6) not null,
    shift varchar(20) collate utf8mb4_bin not null,
    institution_id binary(16) not null,
    cancelled boolean not null,
    changed_at datetime(6) not null,
    primary key (member_id, work_date)
) character set utf8mb4;
