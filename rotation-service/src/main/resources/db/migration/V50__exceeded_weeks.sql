-- Weeks in which somebody worked more under an agreement than a cap allows; each is told once.
create table agreement_exceeded_week (
    agreement_id binary(16) not null,
    code varchar(40) not null comment 'which cap',
    monday date not null,
    association_id binary(16) not null,
    minutes int not null,
    cap_minutes int not null,
    noticed_at datetime(6) not null,
    primary key (agreement_id, code, monday),
    constraint agreement_exceeded_week_of foreign key (agreement_id) references practice_agreement (id)
) character set utf8mb4;
