package org.yilianti.rotation.wish;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.audit.AuditRecord;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.rotation.demand.DutyDemand;
import org.yilianti.rotation.demand.DutyDemands;
import org.yilianti.rotation.directory.Appointments;
import org.yilianti.rotation.directory.Institution;
import org.yilianti.rotation.directory.Institutions;
import org.yilianti.rotation.directory.Member;
import org.yilianti.rotation.directory.Members;
import org.yilianti.rotation.directory.Sights;

/** Takes wishes in and back. */
@Component
@Transactional
public class WishManagement {

    private final RosterWishes wishes;
    private final Members members;
    private final Appointments appointments;
    private final Institutions institutions;
    private final DutyDemands demands;
    private final Sights sights;
    private final AuditTrail audit;
    private final Clock clock;

    WishManagement(
            RosterWishes wishes,
            Members members,
            Appointments appointments,
            Institutions institutions,
            DutyDemands demands,
            Sights sights,
            AuditTrail audit,
            Clock clock) {
        this.wishes = wishes;
        this.members = members;
        this.appointments = appointments;
        this.institutions = institutions;
        this.demands = demands;
        this.sights = sights;
        this.audit = audit;
        this.clock = clock;
    }

    /** What is wished for; institution and shift go together. */
    public record Content(
            LocalDate date,
            boolean wanted,
            @Nullable UUID institutionId,
            @Nullable String shift,
            int weight) {}

    /** Submits a wish for oneself, or as the home institution's office for a member. */
    public RosterWish submit(Caller caller, UUID memberId, Content content) {
        UUID association = caller.association();
        members.lock(association, Set.of(memberId));
        Member member = members.find(association, memberId)
                .orElseThrow(() -> Refusal.invalid("member.unknown", memberId).at("/memberId"));
        Institution home = home(member, content.date());
        boolean own = caller.has(Role.STAFF) && member.staffNo().equals(caller.staffNo());
        if (!own) {
            caller.require(home.code(), Role.SCHEDULER);
        }
        if ((content.institutionId() == null) != (content.shift() == null)
                || (content.wanted() && content.shift() == null)) {
            throw Refusal.invalid("wish.shift-incomplete").at("/shift");
        }
        if (content.institutionId() != null && content.shift() != null) {
            requireShift(association, content.institutionId(), content.shift(), YearMonth.from(content.date()));
        }
        requireNone(association, memberId, content.date(), own);
        RosterWish wish = new RosterWish(
                Ids.next(),
                association,
                1,
                memberId,
                home.id(),
                content.date(),
                content.wanted(),
                content.institutionId(),
                content.shift(),
                content.weight(),
                own ? WishOrigin.PERSON : WishOrigin.OFFICE,
                false);
        wishes.insert(List.of(wish), caller.name(), clock.instant());
        record(caller, wish, home.code(), "submitted");
        return wish;
    }

    /** A shift that nobody could ever be planned for; none is unknown while no demand is stated. */
    private void requireShift(UUID association, UUID institutionId, String shift, YearMonth month) {
        Institution place = institutions.find(association, institutionId).orElseThrow(() -> Refusal.invalid(
                        "institution.unknown", institutionId)
                .at("/institutionId"));
        List<DutyDemand> stated = demands.of(association, List.of(institutionId), month);
        if (!stated.isEmpty()
                && stated.stream().flatMap(demand -> demand.shifts().stream()).noneMatch(one -> one.code()
                        .equals(shift))) {
            throw Refusal.invalid("wish.shift-unknown", shift, place.code()).at("/shift");
        }
    }

    /** Neither the person nor the office replaces a word of the other unseen: whoever comes second is told whose wish stands. */
    private void requireNone(UUID association, UUID memberId, LocalDate day, boolean own) {
        wishes.of(association, List.of(memberId), day, day.plusDays(1)).values().stream()
                .flatMap(List::stream)
                .findFirst()
                .ifPresent(standing -> {
                    boolean others = own != (standing.origin() == WishOrigin.PERSON);
                    throw Refusal.conflict(
                            others ? "wish.stands-" + standing.origin().code() : "wish.twice", day);
                });
    }

    public void withdraw(Caller caller, UUID id, @Nullable ExpectedVersion expected) {
        RosterWish wish = wishes.find(sights.of(caller, Role.SCHEDULER), id)
                .orElseThrow(() -> Refusal.notFound("wish.unknown", id));
        ExpectedVersion.checkIfSent(expected, wish.version());
        if (!wishes.withdraw(id)) {
            throw Refusal.conflict("wish.withdrawn-already");
        }
        record(caller, wish, null, "withdrawn");
    }

    private Institution home(Member member, LocalDate day) {
        return appointments
                .home(member.association(), member.id(), new DatePeriod(day, day.plusDays(1)))
                .flatMap(home -> institutions.find(member.association(), home))
                .orElseThrow(() -> Refusal.invalid("leave.not-employed", day));
    }

    private void record(Caller caller, RosterWish wish, @Nullable String homeCode, String verb) {
        audit.record(AuditRecord.of(
                caller,
                "roster-wish." + verb,
                "roster-wish",
                wish.id(),
                homeCode,
                Map.of("memberId", wish.memberId(), "date", wish.date())));
    }
}
