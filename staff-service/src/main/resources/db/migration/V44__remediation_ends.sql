-- What a decision on a remediation case ended: the revision that says so, so that the one before can be believed again.
create table remediation_end (
    case_id binary(16) not null,
    kind varchar(15) character set ascii collate ascii_bin not null,
    subject_id binary(16) not null comment 'the appointment or contract',
    revision int not null comment 'that ends it',
    association_id binary(16) not null,
    primary key (case_id, kind, subject_id),
    constraint remediation_end_of foreign key (case_id) references remediation_case (id),
    constraint remediation_end_kind check (kind in ('appointment', 'contract')),
    constraint remediation_end_revision check (revision > 1)
);
