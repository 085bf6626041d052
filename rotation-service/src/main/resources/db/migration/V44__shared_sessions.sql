-- Sessions of specialists that an institution offers and others book (M12).
create table shared_session (
    id binary(16) not null primary key,
    association_id binary(16) not null,
    version bigint not null,
    institution_id binary(16) not null comment 'that offers it',
    member_id binary(16) not null comment 'the specialist',
    specialty varchar(100) not null,
    place varchar(200) not null,
    visiting boolean not null comment 'held at the institution that books it',
    starts_at datetime(6) not null,
    ends_at datetime(6) not null,
    capacity smallint not null,
    taken smallint not null,
    status varchar(20) not null,
    reason varchar(1000) null comment 'of a cancellation',
    offered_by varchar(100) collate utf8mb4_bin not null,
    key shared_session_time (association_id, starts_at),
    key shared_session_member (association_id, member_id, starts_at),
    constraint shared_session_status check (status in ('open', 'cancelled')),
    constraint shared_session_times check (ends_at > starts_at and ends_at <= starts_at + interval 24 hour),
    -- However many book at once.
    constraint shared_session_capacity check (capacity between 1 and 500 and taken between 0 and capacity)
) character set utf8mb4;

create table session_booking (
    id binary(16) not null primary key,
    session_id binary(16) not null,
    institution_id binary(16) not null comment 'that books',
    places smallint not null,
    status varchar(20) not null,
    note varchar(1000) null,
    booked_by varchar(100) collate utf8mb4_bin not null,
    booked_at datetime(6) not null,
    decided_by varchar(100) collate utf8mb4_bin null,
    decided_at datetime(6) null,
    reason varchar(1000) null comment 'of a cancellation',
    key session_booking_session (session_id),
    constraint session_booking_of foreign key (session_id) references shared_session (id),
    constraint session_booking_places check (places >= 1),
    constraint session_booking_status check (status in ('booked', 'confirmed', 'cancelled')),
    constraint session_booking_eyes check (status <> 'confirmed' or (decided_by is not null and decided_by <> booked_by))
) character set utf8mb4;
