-- Postings of people to another site for months (M5).
create table rotation_programme (
    id binary(16) not null primary key,
    association_id binary(16) not null,
    version bigint not null,
    name varchar(200) not null,
    kind varchar(30) not null,
    terms mediumtext not null comment 'JSON: months, places, sources, quotas',
    closed boolean not null default false,
    made_by varchar(100) collate utf8mb4_bin not null,
    made_at datetime(6) not null,
    key rotation_programme_of (association_id, id)
) character set utf8mb4;

create table rotation_programme_institution (
    programme_id binary(16) not null,
    institution_id binary(16) not null,
    primary key (programme_id, institution_id),
    constraint rotation_programme_institution_of foreign key (programme_id) references rotation_programme (id)
) character set utf8mb4;

create table rotation_posting (
    id binary(16) not null primary key,
    association_id binary(16) not null,
    version bigint not null,
    programme_id binary(16) not null,
    member_id binary(16) not null,
    home_institution_id binary(16) not null,
    host_institution_id binary(16) not null,
    valid_from date not null,
    valid_to date not null comment 'exclusive; the day of return once returned',
    agreed_to date not null comment 'exclusive; as both sides approved it',
    state varchar(20) not null,
    proposed_by varchar(100) collate utf8mb4_bin not null,
    consented_by varchar(100) collate utf8mb4_bin null comment 'for the home institution',
    accepted_by varchar(100) collate utf8mb4_bin null comment 'for the host institution',
    effective_at datetime(6) null comment 'when both sides had approved: lawful practice as known from then on',
    returned_at datetime(6) null comment 'when the return was recorded',
    key rotation_posting_member (association_id, member_id, valid_from),
    key rotation_posting_home (association_id, home_institution_id, valid_from),
    key rotation_posting_host (association_id, host_institution_id, valid_from),
    constraint rotation_posting_of foreign key (programme_id) references rotation_programme (id),
    constraint rotation_posting_state
        check (state in ('proposed', 'approved', 'running', 'returned', 'refused', 'withdrawn')),
    constraint rotation_posting_days check (valid_to > valid_from),
    constraint rotation_posting_away check (home_institution_id <> host_institution_id),
    -- Each side by somebody other than the proposer and than each other.
    constraint rotation_posting_eyes check (consented_by <> proposed_by and accepted_by <> proposed_by
        and consented_by <> accepted_by),
    constraint rotation_posting_approved check (state not in ('approved', 'running', 'returned')
        or (consented_by is not null and accepted_by is not null and effective_at is not null))
) character set utf8mb4;

create table rotation_posting_step (
    posting_id binary(16) not null,
    version bigint not null,
    step varchar(30) not null,
    actor varchar(100) collate utf8mb4_bin not null,
    taken_at datetime(6) not null,
    reason varchar(1000) null,
    primary key (posting_id, version),
    constraint rotation_posting_step_of foreign key (posting_id) references rotation_posting (id)
) character set utf8mb4;
