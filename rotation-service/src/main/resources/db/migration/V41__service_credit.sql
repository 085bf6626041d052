-- Cumulative service at county level or below, as announced; what titles ask for (Physicians Law 2022 art. 46).
create table grassroots_credit (
    member_id binary(16) not null primary key,
    association_id binary(16) not null,
    version bigint not null,
    days int not null,
    minutes bigint not null,
    first_day date null,
    last_day date null,
    key grassroots_credit_association (association_id, member_id)
) character set utf8mb4;
