-- What a decision found wrong in the inputs of a run; the next run settles what follows from it.
create table pay_amendment (
    id binary(16) not null primary key,
    association_id binary(16) not null,
    run_id binary(16) not null,
    cause_id binary(16) not null comment 'the appeal that it follows from',
    kind varchar(20) not null,
    member_id binary(16) null,
    institution_id binary(16) null,
    indicator varchar(50) collate utf8mb4_bin null,
    amended decimal(20, 6) not null comment 'quality, measured value, or fen in addition',
    unique key pay_amendment_once (cause_id),
    key pay_amendment_run (run_id, id),
    constraint pay_amendment_of foreign key (run_id) references pay_run (id),
    constraint pay_amendment_kind check (kind in ('quality', 'measure', 'amount')),
    constraint pay_amendment_target check (
        (kind = 'measure') = (indicator is not null) and (kind = 'measure') = (member_id is null)
        and (kind = 'quality') = (institution_id is null)),
    constraint pay_amendment_value check (amended >= 0)
) default character set utf8mb4;

create table pay_appeal (
    id binary(16) not null primary key,
    association_id binary(16) not null,
    version bigint not null,
    run_id binary(16) not null,
    statement_id binary(16) not null,
    member_id binary(16) not null,
    staff_no varchar(50) collate utf8mb4_bin not null,
    institution_id binary(16) not null,
    institution_code varchar(50) collate utf8mb4_bin not null,
    indicator varchar(50) collate utf8mb4_bin not null comment 'empty: against the line itself',
    text varchar(2000) not null,
    evidence varchar(4000) not null,
    status varchar(20) not null,
    open_claim boolean null comment 'while it is lodged: one at a time against the same thing',
    lodged_by varchar(100) collate utf8mb4_bin not null,
    lodged_at datetime(6) not null,
    due_on date not null,
    decided_by varchar(100) collate utf8mb4_bin null,
    decided_at datetime(6) null,
    reason varchar(2000) null,
    unique key pay_appeal_one (run_id, member_id, institution_id, indicator, open_claim),
    key pay_appeal_list (association_id, id),
    constraint pay_appeal_of foreign key (run_id) references pay_run (id),
    constraint pay_appeal_status check (status in ('lodged', 'upheld', 'rejected', 'withdrawn')),
    constraint pay_appeal_open check ((status = 'lodged') = (open_claim is not null)),
    constraint pay_appeal_decided check ((status in ('upheld', 'rejected')) = (decided_by is not null)),
    constraint pay_appeal_second_person check (decided_by is null or decided_by <> lodged_by)
) default character set utf8mb4;
