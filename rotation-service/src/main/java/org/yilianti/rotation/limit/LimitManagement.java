package org.yilianti.rotation.limit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.audit.AuditRecord;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.policy.Policies;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.problem.Violation;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.rotation.directory.Appointments;
import org.yilianti.rotation.directory.Institution;
import org.yilianti.rotation.directory.Institutions;
import org.yilianti.rotation.directory.Member;
import org.yilianti.rotation.directory.Members;
import org.yilianti.rotation.directory.Sights;
import org.yilianti.rotation.limit.PersonalLimit.Actor;
import org.yilianti.rotation.notification.Notice;
import org.yilianti.rotation.notification.Notifications;
import org.yilianti.rotation.notification.Recipient;
import org.yilianti.rotation.roster.RosterPolicy;

/** Takes exceptions through their life, one person's one after another. */
@Component
@Transactional
public class LimitManagement {

    private static final Role[] OFFICE = {Role.HR_OFFICER, Role.SCHEDULER};

    private final PersonalLimits limits;
    private final Members members;
    private final Appointments appointments;
    private final Institutions institutions;
    private final Sights sights;
    private final Policies policies;
    private final Notifications notifications;
    private final AuditTrail audit;
    private final Clock clock;

    LimitManagement(
            PersonalLimits limits,
            Members members,
            Appointments appointments,
            Institutions institutions,
            Sights sights,
            Policies policies,
            Notifications notifications,
            AuditTrail audit,
            Clock clock) {
        this.limits = limits;
        this.members = members;
        this.appointments = appointments;
        this.institutions = institutions;
        this.sights = sights;
        this.policies = policies;
        this.notifications = notifications;
        this.audit = audit;
        this.clock = clock;
    }

    /** Asks for an exception by the home office; it holds at once unless policy wants a second person to decide. */
    public PersonalLimit request(Caller caller, PersonalLimit.Wanted wanted) {
        UUID association = caller.association();
        members.lock(association, Set.of(wanted.memberId()));
        if (members.find(association, wanted.memberId()).isEmpty()) {
            throw Refusal.invalid("member.unknown", wanted.memberId()).at("/memberId");
        }
        UUID home = appointments
                .home(association, wanted.memberId(), wanted.days())
                .orElseThrow(() ->
                        Refusal.invalid("limit.not-employed", wanted.days().from()));
        String code = code(association, home);
        caller.require(code, OFFICE);
        RosterPolicy rosters =
                policies.inForce(association, RosterPolicy.class, wanted.days().from());
        LimitPolicy policy =
                policies.inForce(association, LimitPolicy.class, wanted.days().from());
        check(association, wanted, rosters, policy);
        PersonalLimit made = PersonalLimit.requested(
                association,
                home,
                wanted,
                policy.asksForSecondPerson(wanted.values(), rosters),
                caller.name(),
                clock.instant());
        limits.insert(made);
        follow(caller, made, code);
        return made;
    }

    public PersonalLimit approve(Caller caller, UUID id, @Nullable ExpectedVersion expected) {
        return step(caller, id, expected, (limit, member) -> limit.approve(actor(caller), member.staffNo()));
    }

    public PersonalLimit refuse(Caller caller, UUID id, @Nullable ExpectedVersion expected, String why) {
        return step(caller, id, expected, (limit, member) -> limit.refuse(actor(caller), member.staffNo(), why));
    }

    /** Ends it from a day on. */
    public PersonalLimit end(Caller caller, UUID id, @Nullable ExpectedVersion expected, LocalDate from, String why) {
        return step(caller, id, expected, (limit, member) -> limit.end(actor(caller), from, why));
    }

    private void check(UUID association, PersonalLimit.Wanted wanted, RosterPolicy rosters, LimitPolicy policy) {
        LocalDate end = Objects.requireNonNull(wanted.days().to());
        if (end.isAfter(wanted.days().from().plusDays(policy.longestDays()))) {
            throw Refusal.invalid("limit.too-long", wanted.days().from(), end, policy.longestDays())
                    .at("/to");
        }
        List<Violation> violations = LimitContradictions.of(wanted.values(), rosters, policy);
        if (!violations.isEmpty()) {
            throw Refusal.invalid(violations);
        }
        for (PersonalLimit other : limits.standing(association, Set.of(wanted.memberId()), wanted.days())) {
            if (other.values().speaksOfSame(wanted.values())) {
                DatePeriod days = other.days();
                throw Refusal.conflict("limit.overlaps", other.id(), days.from(), Objects.requireNonNull(days.to()));
            }
        }
    }

    private PersonalLimit step(
            Caller caller,
            UUID id,
            @Nullable ExpectedVersion expected,
            BiFunction<PersonalLimit, Member, PersonalLimit> verb) {
        PersonalLimit found = limits.find(sights.inScope(caller, OFFICE), id)
                .orElseThrow(() -> Refusal.notFound("limit.unknown", id));
        members.lock(found.association(), Set.of(found.memberId()));
        Member member = members.find(found.association(), found.memberId()).orElseThrow();
        ExpectedVersion.checkIfSent(expected, found.version());
        PersonalLimit changed = verb.apply(found, member);
        if (!limits.update(changed, clock.instant())) {
            throw Refusal.conflict("limit.decided-meanwhile");
        }
        follow(caller, changed, code(changed.association(), changed.homeInstitutionId()));
        return changed;
    }

    private void follow(Caller caller, PersonalLimit limit, String code) {
        audit.record(AuditRecord.of(
                caller,
                "personal-limit." + limit.state().code(),
                "personal-limit",
                limit.id(),
                code,
                Map.of(
                        "memberId",
                        limit.memberId(),
                        "from",
                        limit.days().from(),
                        "to",
                        Objects.requireNonNull(limit.days().to()),
                        "limits",
                        limit.values())));
        notifications.tell(
                limit.association(),
                List.of(Notice.of(
                                "personal-limit",
                                "personal-limit",
                                limit.id(),
                                limit.days().from(),
                                Objects.requireNonNull(limit.days().to()),
                                limit.state().code())
                        .to(Recipient.member(limit.memberId()))));
    }

    private String code(UUID association, UUID institution) {
        return institutions
                .find(association, institution)
                .map(Institution::code)
                .orElse("");
    }

    private static Actor actor(Caller caller) {
        return new Actor(caller.name(), caller.staffNo());
    }
}
