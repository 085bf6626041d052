create table idempotency_key (
    caller varchar(100) character set ascii collate ascii_bin not null,
    idempotency_key varchar(100) character set ascii collate ascii_bin not null,
    request_hash binary(32) null comment 'null only while the request is in flight',
    status smallint null,
    content_type varchar(100) null,
    location varchar(500) null,
    etag varchar(50) null,
    body longblob null,
    created_at datetime(6) not null,
    primary key (caller, idempotency_key),
    key idempotency_key_age (created_at)
);

-- One row per outbox partition: the relay's lock.
create table outbox_partition (
    id smallint not null primary key
);
insert into outbox_partition (id) values (0), (1), (2), (3), (4), (5), (6), (7);

-- Columns named as Debezium's outbox event router expects them by default, plus what the relay needs.
create table outbox_event (
    sequence bigint not null auto_increment primary key,
    id binary(16) not null,
    partition_id smallint not null,
    association_id binary(16) not null,
    aggregatetype varchar(100) not null comment 'topic without prefix',
    aggregateid binary(16) not null,
    type varchar(100) not null,
    version bigint null comment 'null: a fact',
    correlation_id varchar(64) null,
    payload longtext character set utf8mb4 not null,
    created_at datetime(6) not null,
    sent_at datetime(6) null,
    unique key outbox_event_id (id),
    -- No foreign key to outbox_partition: writers would queue behind the relay's lock while it waits for the broker.
    key outbox_event_unsent (sent_at, partition_id, sequence)
);

create table inbox_version (
    topic varchar(100) character set ascii collate ascii_bin not null,
    aggregate_id binary(16) not null,
    version bigint not null,
    primary key (topic, aggregate_id)
);

create table inbox_fact (
    event_id binary(16) not null primary key,
    topic varchar(100) character set ascii collate ascii_bin not null,
    received_at datetime(6) not null
);

create table parked_event (
    id binary(16) not null primary key,
    association_id binary(16) null comment 'null when the envelope could not be read',
    topic varchar(200) character set ascii collate ascii_bin not null,
    record_key varchar(200) null,
    partition_no int not null,
    record_offset bigint not null,
    headers longtext character set utf8mb4 not null,
    payload longblob null,
    reason varchar(1000) not null,
    parked_at datetime(6) not null,
    content_hash binary(32) not null comment 'offsets begin anew when a topic is rebuilt',
    unique key parked_event_origin (topic, partition_no, record_offset, content_hash),
    key parked_event_key (topic, record_key)
);

create table audit_head (
    id tinyint not null primary key,
    position bigint not null,
    hash binary(32) not null
);
insert into audit_head (id, position, hash) values (1, 0, unhex(repeat('00', 32)));

create table audit_entry (
    sequence bigint not null auto_increment primary key,
    id binary(16) not null,
    association_id binary(16) not null,
    occurred_at datetime(6) not null,
    actor varchar(100) not null,
    action varchar(100) not null,
    subject_type varchar(50) not null,
    subject_id varchar(100) not null,
    institution_code varchar(50) null,
    detail longtext character set utf8mb4 not null,
    correlation_id varchar(64) null,
    position bigint null comment 'place in the chain; null until sealed',
    hash binary(32) null,
    unique key audit_entry_id (id),
    unique key audit_entry_position (position),
    key audit_entry_list (association_id, sequence),
    key audit_entry_subject (association_id, subject_id, sequence)
);
