create table note (
    id binary(16) not null primary key,
    association_id binary(16) not null,
    institution_code varchar(20) not null,
    words varchar(200) not null,
    version bigint not null
);
create table heard_note (
    id binary(16) not null primary key,
    words varchar(200) not null,
    version bigint not null,
    times int not null
);
create table heard_fact (
    id binary(16) not null,
    words varchar(200) not null
);
