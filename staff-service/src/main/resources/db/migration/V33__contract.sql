-- Bitemporal, as appointments are: a row is never changed but for superseded_at; a correction is the next revision, a renewal a
-- contract of its own.
create table contract (
    id binary(16) not null,
    revision int not null,
    association_id binary(16) not null,
    member_id binary(16) not null,
    institution_id binary(16) not null comment 'the employer',
    kind varchar(30) character set ascii collate ascii_bin not null,
    number varchar(50) character set utf8mb4 collate utf8mb4_bin null,
    valid_from date not null,
    valid_to date null comment 'first day that no longer counts',
    renews_id binary(16) null comment 'the contract that this one continues',
    recorded_at datetime(6) not null,
    superseded_at datetime(6) null,
    recorded_by varchar(100) not null,
    reason varchar(500) null,
    believed tinyint generated always as (case when superseded_at is null then 1 end) stored
        comment '1 or null, so that unique keys bind believed rows only',
    primary key (id, revision),
    unique key contract_believed (id, believed),
    unique key contract_renewal (renews_id, believed),
    key contract_member (member_id, believed, valid_from),
    key contract_expiry (association_id, believed, valid_to),
    key contract_institution (institution_id, believed),
    constraint contract_member foreign key (member_id) references member (id),
    constraint contract_at foreign key (institution_id) references institution (id),
    constraint contract_kind check (kind in ('permanent-establishment', 'fixed-term', 'open-ended', 'dispatched', 're-employed')),
    constraint contract_valid check (valid_to > valid_from),
    constraint contract_recorded check (superseded_at > recorded_at)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;
