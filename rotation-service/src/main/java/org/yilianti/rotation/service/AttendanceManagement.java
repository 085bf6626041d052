package org.yilianti.rotation.service;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.audit.AuditRecord;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.policy.Policies;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.rotation.directory.AssociationZone;
import org.yilianti.rotation.directory.Institution;
import org.yilianti.rotation.directory.Institutions;
import org.yilianti.rotation.directory.Members;
import org.yilianti.rotation.directory.Sight;
import org.yilianti.rotation.directory.Sights;
import org.yilianti.rotation.roster.Duties;
import org.yilianti.rotation.roster.Duty;

/** Checks people in and out; leaving makes the record of service, with the same rules and flags as a reported one. */
@Component
@Transactional
public class AttendanceManagement {

    private static final Role[] SITE = {Role.HR_OFFICER, Role.INTEGRATION};

    private final CheckIns checkIns;
    private final ServiceManagement service;
    private final Institutions institutions;
    private final Members members;
    private final Duties duties;
    private final Sights sights;
    private final Policies policies;
    private final AuditTrail audit;
    private final Clock clock;

    AttendanceManagement(
            CheckIns checkIns,
            ServiceManagement service,
            Institutions institutions,
            Members members,
            Duties duties,
            Sights sights,
            Policies policies,
            AuditTrail audit,
            Clock clock) {
        this.checkIns = checkIns;
        this.service = service;
        this.institutions = institutions;
        this.members = members;
        this.duties = duties;
        this.sights = sights;
        this.policies = policies;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Checks somebody in: the site anybody, a member themselves. Refuses (422) what the record to be made would be refused for, as far as
     * it is known on arrival.
     *
     * @param member null for the caller themselves
     * @param dutyId a duty in force at the site, whoever has it; null for none
     * @param at by the site's clock; null for now
     */
    public CheckIn arrive(
            Caller caller,
            @Nullable UUID member,
            UUID institutionId,
            @Nullable UUID dutyId,
            ServiceKind kind,
            @Nullable Instant at) {
        Institution site = institutions
                .find(caller.association(), institutionId)
                .orElseThrow(() ->
                        Refusal.invalid("institution.unknown", institutionId).at("/institutionId"));
        UUID own = sights.of(caller).ownMemberId();
        UUID person = member == null ? own : member;
        if (person == null) {
            throw Refusal.invalid("member.not-named").at("/memberId");
        }
        if (!person.equals(own)) {
            caller.require(site.code(), SITE);
            if (members.find(caller.association(), person).isEmpty()) {
                throw Refusal.invalid("member.unknown", person).at("/memberId");
            }
        }
        if (dutyId != null && !isAt(site, dutyId)) {
            throw Refusal.invalid("service-record.unknown-duty", dutyId).at("/dutyId");
        }
        CheckIn arrived = new CheckIn(
                Ids.next(),
                caller.association(),
                person,
                institutionId,
                dutyId,
                kind,
                time(caller, at),
                caller.name(),
                null,
                null);
        checkIns.insert(arrived);
        audit.record(
                AuditRecord.of(caller, "check-in.opened", "check-in", arrived.id(), site.code(), Map.of("kind", kind)));
        return arrived;
    }

    private boolean isAt(Institution site, UUID dutyId) {
        Duty duty = duties.inForce(site.association(), List.of(dutyId)).get(dutyId);
        return duty != null && duty.institutionId().equals(site.id());
    }

    /** Closes the check-in; refuses (422) what cannot be a record, such as more than 24 hours: say when it ended. */
    public RecordResult leave(Caller caller, UUID id, @Nullable ExpectedVersion expected, @Nullable Instant at) {
        Sight sight = sights.of(caller, SITE);
        CheckIn open = checkIns.lock(sight, id).orElseThrow(() -> Refusal.notFound("check-in.unknown", id));
        ExpectedVersion.checkIfSent(expected, open.version());
        if (open.leftAt() != null) {
            throw Refusal.conflict("check-in.left-already", open.leftAt());
        }
        Instant leftAt = time(caller, at);
        String code = institutions
                .find(open.association(), open.institutionId())
                .map(Institution::code)
                .orElseThrow();
        RecordResult result = service.record(
                        new Recorder(caller.association(), caller.name(), new InstitutionScope(false, Set.of(code))),
                        List.of(new ServiceEntry(
                                "check-in-" + id,
                                open.memberId(),
                                null,
                                open.institutionId(),
                                null,
                                open.kind().code(),
                                open.cameAt(),
                                leftAt,
                                open.dutyId(),
                                null)))
                .getFirst();
        if (result.isRejected()) {
            throw Refusal.invalid(
                    "service-record." + result.code(), result.args().toArray());
        }
        checkIns.close(id, leftAt, result.id());
        return result;
    }

    private Instant time(Caller caller, @Nullable Instant said) {
        Instant now = clock.instant();
        Instant at = (said == null ? now : said).truncatedTo(ChronoUnit.MICROS);
        ServiceSettings settings =
                policies.inForce(caller.association(), ServiceSettings.class, AssociationZone.dayOf(now));
        if (at.isAfter(now.plus(settings.clockTolerance()))) {
            throw Refusal.invalid("service-record.in-future", at, now).at("/at");
        }
        return at;
    }
}
