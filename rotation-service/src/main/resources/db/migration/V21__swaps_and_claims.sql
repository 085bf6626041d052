-- Duties that members of staff want to change hands (M9).
create table duty_swap (
    id binary(16) not null primary key,
    association_id binary(16) not null,
    version bigint not null,
    offered_duty_id binary(16) not null,
    offered_institution_id binary(16) not null,
    offering_member_id binary(16) not null,
    wanted_duty_id binary(16) null comment 'null: the duty is given away',
    wanted_institution_id binary(16) null,
    partner_member_id binary(16) not null,
    state varchar(20) not null,
    asked_at datetime(6) not null,
    decided_by varchar(100) collate utf8mb4_bin null,
    reason varchar(1000) null,
    key duty_swap_offering (association_id, offering_member_id),
    key duty_swap_partner (association_id, partner_member_id),
    constraint duty_swap_state
        check (state in ('asked', 'accepted', 'declined', 'withdrawn', 'approved', 'refused')),
    constraint duty_swap_two check (offering_member_id <> partner_member_id)
) character set utf8mb4;

create table duty_claim (
    id binary(16) not null primary key,
    association_id binary(16) not null,
    version bigint not null,
    duty_id binary(16) not null,
    institution_id binary(16) not null,
    member_id binary(16) not null,
    state varchar(20) not null,
    claimed_at datetime(6) not null,
    decided_by varchar(100) collate utf8mb4_bin null,
    reason varchar(1000) null,
    key duty_claim_duty (duty_id, state),
    key duty_claim_member (association_id, member_id),
    constraint duty_claim_state check (state in ('claimed', 'granted', 'refused', 'withdrawn'))
) character set utf8mb4;
