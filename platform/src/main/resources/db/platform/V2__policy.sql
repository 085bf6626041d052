-- Append-only but for the one decision on each proposal.
create table policy_version (
    id binary(16) not null primary key,
    association_id binary(16) not null,
    name varchar(100) character set ascii collate ascii_bin not null,
    version int null comment 'place among the approved versions; null unless approved',
    valid_from date not null,
    settings longtext character set utf8mb4 not null,
    reason varchar(500) character set utf8mb4 not null,
    standing varchar(10) character set ascii collate ascii_bin not null,
    proposed_at datetime(6) not null,
    proposed_by varchar(100) not null,
    decided_at datetime(6) null,
    decided_by varchar(100) null,
    decision_reason varchar(500) character set utf8mb4 null,
    unique key policy_version_number (association_id, name, version),
    key policy_version_history (association_id, name, id),
    constraint policy_version_two_people check (decided_by is null or decided_by <> proposed_by),
    constraint policy_version_standing check ((version is not null) = (standing = 'approved'))
);
