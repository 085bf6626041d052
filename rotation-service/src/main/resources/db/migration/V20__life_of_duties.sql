-- Duties change after publication: each change has a version, and who may take a duty over depends on its category.
alter table duty add column version bigint not null default 1;
alter table duty add column category varchar(40) null comment 'null: stated before categories were kept with the duty';

update duty set category = (select s.category from duty_demand_shift s join duty_demand m on m.id = s.demand_id
    join roster_plan p on p.month = m.month and p.association_id = m.association_id
    where p.id = duty.plan_id and m.institution_id = duty.institution_id and s.code = duty.shift);

-- Days on which somebody must not be planned: leave that was asked for and decided, or an absence that was reported.
create table leave_request (
    id binary(16) not null primary key,
    association_id binary(16) not null,
    version bigint not null,
    member_id binary(16) not null,
    home_institution_id binary(16) not null comment 'whose office decides',
    kind varchar(20) not null,
    valid_from date not null,
    valid_to date not null comment 'exclusive',
    state varchar(20) not null,
    requested_by varchar(100) collate utf8mb4_bin not null,
    requested_at datetime(6) not null,
    decided_by varchar(100) collate utf8mb4_bin null,
    decided_at datetime(6) null,
    reason varchar(1000) null,
    key leave_request_member (association_id, member_id, valid_from),
    key leave_request_place (association_id, home_institution_id, state, id),
    constraint leave_request_state check (state in ('requested', 'granted', 'refused', 'cancelled')),
    constraint leave_request_kind
        check (kind in ('annual', 'personal', 'maternity', 'training', 'compensatory', 'sick', 'emergency')),
    constraint leave_request_days check (valid_to > valid_from),
    -- Four eyes: a comparison with null is unknown and passes, as for an absence, which nobody decides.
    constraint leave_request_eyes check (decided_by <> requested_by),
    constraint leave_request_decided
        check (state not in ('granted', 'refused') or decided_by is not null or kind in ('sick', 'emergency'))
) character set utf8mb4;
