package org.yilianti.rotation.leave;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.audit.AuditRecord;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.rotation.directory.Appointments;
import org.yilianti.rotation.directory.Institution;
import org.yilianti.rotation.directory.Institutions;
import org.yilianti.rotation.directory.Member;
import org.yilianti.rotation.directory.Members;
import org.yilianti.rotation.directory.Sights;

/** Takes requests for leave through their life; what is granted reaches the duties in the same transaction. */
@Component
@Transactional
public class LeaveManagement {

    private static final Role[] OFFICE = {Role.HR_OFFICER, Role.SCHEDULER};

    private final LeaveRequests requests;
    private final Members members;
    private final Appointments appointments;
    private final Institutions institutions;
    private final Sights sights;
    private final ApplicationEventPublisher events;
    private final AuditTrail audit;
    private final Clock clock;

    LeaveManagement(
            LeaveRequests requests,
            Members members,
            Appointments appointments,
            Institutions institutions,
            Sights sights,
            ApplicationEventPublisher events,
            AuditTrail audit,
            Clock clock) {
        this.requests = requests;
        this.members = members;
        this.appointments = appointments;
        this.institutions = institutions;
        this.sights = sights;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /** Asks for leave or reports an absence, by the person or by the home institution's office. */
    public LeaveRequest make(Caller caller, UUID memberId, LeaveKind kind, DatePeriod days) {
        UUID association = caller.association();
        members.lock(association, Set.of(memberId));
        Member member = members.find(association, memberId)
                .orElseThrow(() -> Refusal.invalid("member.unknown", memberId).at("/memberId"));
        Institution home = home(member, days);
        if (!own(caller, member)) {
            caller.require(home.code(), OFFICE);
        }
        if (requests.overlaps(association, memberId, days)) {
            throw Refusal.conflict("leave.overlaps", days.from(), Objects.requireNonNull(days.to()));
        }
        LeaveRequest made = LeaveRequest.made(association, memberId, home.id(), kind, days, decider(caller));
        requests.insert(made);
        follow(caller, made, home.code());
        return made;
    }

    public LeaveRequest grant(Caller caller, UUID id, @Nullable ExpectedVersion expected) {
        return decide(caller, id, expected, (request, member) -> request.grant(decider(caller), member.staffNo()));
    }

    public LeaveRequest refuse(Caller caller, UUID id, @Nullable ExpectedVersion expected, String why) {
        return decide(
                caller, id, expected, (request, member) -> request.refuse(decider(caller), member.staffNo(), why));
    }

    /** Cancels, by the person or by the office. */
    public LeaveRequest cancel(Caller caller, UUID id, @Nullable ExpectedVersion expected, @Nullable String why) {
        return step(caller, id, expected, (request, member) -> request.cancel(why));
    }

    private LeaveRequest decide(
            Caller caller,
            UUID id,
            @Nullable ExpectedVersion expected,
            BiFunction<LeaveRequest, Member, LeaveRequest> verb) {
        return step(caller, id, expected, (request, member) -> {
            caller.require(code(request), OFFICE);
            return verb.apply(request, member);
        });
    }

    private LeaveRequest step(
            Caller caller,
            UUID id,
            @Nullable ExpectedVersion expected,
            BiFunction<LeaveRequest, Member, LeaveRequest> verb) {
        LeaveRequest found =
                requests.find(sights.of(caller, OFFICE), id).orElseThrow(() -> Refusal.notFound("leave.unknown", id));
        members.lock(found.association(), Set.of(found.memberId()));
        Member member = members.find(found.association(), found.memberId()).orElseThrow();
        ExpectedVersion.checkIfSent(expected, found.version());
        LeaveRequest changed = verb.apply(found, member);
        if (!requests.update(changed, decider(caller))) {
            throw Refusal.conflict("leave.decided-meanwhile");
        }
        follow(caller, changed, code(changed));
        return changed;
    }

    private void follow(Caller caller, LeaveRequest request, String homeCode) {
        if (request.state() == LeaveState.GRANTED) {
            events.publishEvent(new LeaveGranted(request.association(), request.memberId(), request.days()));
        }
        audit.record(AuditRecord.of(
                caller,
                "leave-request." + request.state().code(),
                "leave-request",
                request.id(),
                homeCode,
                Map.of("memberId", request.memberId(), "from", request.days().from())));
    }

    /** The main institution at the start of the leave. */
    private Institution home(Member member, DatePeriod days) {
        return appointments
                .home(member.association(), member.id(), days)
                .flatMap(home -> institutions.find(member.association(), home))
                .orElseThrow(() -> Refusal.invalid("leave.not-employed", days.from()));
    }

    private String code(LeaveRequest request) {
        return institutions
                .find(request.association(), request.homeInstitutionId())
                .map(Institution::code)
                .orElse("");
    }

    private LeaveDecider decider(Caller caller) {
        return new LeaveDecider(caller.name(), caller.staffNo(), clock.instant());
    }

    private static boolean own(Caller caller, Member member) {
        return caller.has(Role.STAFF) && member.staffNo().equals(caller.staffNo());
    }
}
