create table practice_application (
    id binary(16) not null primary key,
    association_id binary(16) not null,
    version bigint not null,
    member_id binary(16) not null,
    home_institution_id binary(16) not null,
    host_institution_id binary(16) not null,
    valid_from date not null,
    valid_to date not null,
    weekly_hours smallint not null,
    tasks varchar(2000) not null,
    home_percent decimal(5, 2) not null,
    host_percent decimal(5, 2) not null,
    member_percent decimal(5, 2) not null,
    policy_number varchar(100) not null,
    insurer varchar(200) not null,
    cover_fen bigint not null,
    insured_to date not null,
    state varchar(20) not null,
    reasons longtext not null comment 'JSON: the rules that refused it',
    submitted_by varchar(100) collate utf8mb4_bin not null,
    consented_by varchar(100) collate utf8mb4_bin null,
    accepted_by varchar(100) collate utf8mb4_bin null,
    filed_by varchar(100) collate utf8mb4_bin null,
    key practice_application_member (association_id, member_id),
    key practice_application_home (association_id, home_institution_id),
    key practice_application_host (association_id, host_institution_id),
    constraint practice_application_state
        check (state in ('submitted', 'consented', 'accepted', 'filed', 'refused', 'withdrawn')),
    constraint practice_application_shares check (home_percent >= 0 and host_percent >= 0 and member_percent >= 0
        and home_percent + host_percent + member_percent = 100.00),
    constraint practice_application_term check (valid_to > valid_from and insured_to >= valid_to),
    -- Four eyes: nobody takes two steps. A comparison with null is unknown and passes.
    constraint practice_application_consent_eyes check (consented_by <> submitted_by),
    constraint practice_application_accept_eyes check (accepted_by <> submitted_by and accepted_by <> consented_by),
    constraint practice_application_filing_eyes
        check (filed_by <> submitted_by and filed_by <> consented_by and filed_by <> accepted_by),
    constraint practice_application_path check ((accepted_by is null or consented_by is not null)
        and (filed_by is null or accepted_by is not null) and (state <> 'filed' or filed_by is not null))
) character set utf8mb4;

-- The life of an application, row by row; never changed.
create table practice_application_step (
    application_id binary(16) not null,
    position smallint not null,
    state varchar(20) not null,
    actor varchar(100) collate utf8mb4_bin not null,
    taken_at datetime(6) not null,
    note varchar(1000) null,
    primary key (application_id, position),
    constraint practice_application_step_of foreign key (application_id) references practice_application (id)
) character set utf8mb4;
