-- What institutions are there for within the association, from one day to another; several at a time.
create table institution_function (
    association_id binary(16) not null,
    institution_id binary(16) not null,
    function_code varchar(40) character set ascii collate ascii_bin not null,
    valid_from date not null,
    valid_to date null comment 'first day that no longer counts',
    primary key (institution_id, function_code, valid_from),
    constraint institution_function_of foreign key (institution_id) references institution (id),
    constraint institution_function_code check (function_code in ('regional-centre', 'basic-care', 'emergency-care', 'rehabilitation',
        'long-term-care', 'public-health', 'chronic-disease-management', 'maternal-and-child-health', 'tcm-service', 'teaching')),
    constraint institution_function_valid check (valid_to > valid_from)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;
