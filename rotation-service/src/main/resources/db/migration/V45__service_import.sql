-- Who has come and not yet gone; leaving makes a record of service.
create table check_in (
    id binary(16) not null primary key,
    association_id binary(16) not null,
    member_id binary(16) not null,
    institution_id binary(16) not null,
    duty_id binary(16) null,
    kind varchar(20) not null,
    came_at datetime(6) not null,
    checked_in_by varchar(100) collate utf8mb4_bin not null,
    left_at datetime(6) null,
    record_id binary(16) null,
    open_member binary(16) null comment 'the member while present: at one place at a time',
    unique key check_in_open (open_member),
    key check_in_place (association_id, institution_id, came_at),
    constraint check_in_left check ((left_at is null) = (open_member is not null))
) character set utf8mb4;

-- Files of hospital systems, and the rows of them that were not simply taken.
create table service_import (
    id binary(16) not null primary key,
    association_id binary(16) not null,
    imported_by varchar(100) collate utf8mb4_bin not null,
    imported_at datetime(6) not null,
    row_count int not null,
    created int not null,
    corrected int not null,
    unchanged int not null,
    flagged int not null,
    rejected int not null,
    key service_import_by (association_id, imported_by, id)
) character set utf8mb4;

create table service_import_row (
    import_id binary(16) not null,
    position int not null comment 'from 1, the header not counted',
    source_id varchar(100) not null,
    status varchar(20) not null,
    column_name varchar(30) null,
    code varchar(50) null,
    args longtext null comment 'JSON',
    flags longtext null comment 'JSON',
    primary key (import_id, position),
    constraint service_import_row_of foreign key (import_id) references service_import (id)
) character set utf8mb4;
