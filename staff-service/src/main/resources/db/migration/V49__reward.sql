-- Rewards and punishments that took effect, as incentive-service tells them; grounds and amounts stay there.
create table reward (
    id binary(16) not null primary key,
    association_id binary(16) not null,
    institution_id binary(16) not null comment 'need not be known here yet',
    member_id binary(16) null comment 'null: it is about the institution',
    counts_for_id binary(16) null comment 'the record as which the person goes on',
    kind varchar(20) character set ascii collate ascii_bin not null,
    measure varchar(30) character set ascii collate ascii_bin not null,
    basis varchar(30) character set ascii collate ascii_bin not null,
    effective_at datetime(6) not null,
    standing boolean not null comment 'false once revoked',
    key reward_of_member (counts_for_id, effective_at),
    key reward_of_institution (institution_id, effective_at)
);
