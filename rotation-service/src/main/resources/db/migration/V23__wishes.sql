-- What members of staff wish for (M7): a duty, a shift or a free day.
create table roster_wish (
    id binary(16) not null primary key,
    association_id binary(16) not null,
    version bigint not null,
    member_id binary(16) not null,
    home_institution_id binary(16) not null,
    wish_date date not null,
    wanted boolean not null,
    institution_id binary(16) null comment 'null: anywhere',
    shift varchar(20) collate utf8mb4_bin null comment 'null: any',
    weight smallint not null,
    submitted_by varchar(100) collate utf8mb4_bin not null,
    submitted_at datetime(6) not null,
    withdrawn boolean not null default false,
    key roster_wish_member (association_id, member_id, wish_date),
    key roster_wish_place (association_id, home_institution_id, wish_date),
    constraint roster_wish_weight check (weight between 1 and 5),
    constraint roster_wish_shift check ((institution_id is null) = (shift is null))
) character set utf8mb4;
