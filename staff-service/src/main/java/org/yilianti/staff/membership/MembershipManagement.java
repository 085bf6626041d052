package org.yilianti.staff.membership;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.outbox.Outbox;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.institution.InstitutionDirectory;
import org.yilianti.staff.institution.InstitutionId;
import org.yilianti.staff.institution.InstitutionRef;
import org.yilianti.staff.membership.Membership.Ending;
import org.yilianti.staff.membership.Membership.How;

/** Records that institutions join and leave; locks the institution. */
@Service
public class MembershipManagement {

    private final MembershipRepository memberships;
    private final InstitutionDirectory institutions;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    MembershipManagement(
            MembershipRepository memberships,
            InstitutionDirectory institutions,
            Outbox outbox,
            AuditTrail audit,
            Clock clock) {
        this.memberships = memberships;
        this.institutions = institutions;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** An institution joins; refuses (409) a day on or before which it is in the association, or has left. */
    @Transactional
    public Membership join(Editor editor, Entry entry) {
        LocalDate joinedOn = entry.date("joinedOn");
        String reason = entry.text("reason", 500);
        InstitutionRef institution = named(editor, entry, "institutionCode", true);
        entry.refuseIfFaulty();
        InstitutionRef joining = Objects.requireNonNull(institution);
        editor.require(joining.code());
        memberships.hold(joining.id());
        memberships.of(joining.id()).stream()
                .filter(known -> known.period().to() == null
                        || joinedOn.isBefore(
                                Objects.requireNonNull(known.period().to())))
                .findFirst()
                .ifPresent(known -> {
                    throw Refusal.conflict(
                                    "membership.in-already",
                                    joining.code(),
                                    known.period().from())
                            .at("/joinedOn");
                });
        Membership begun =
                Membership.begun(editor.association(), joining, joinedOn, reason, clock.instant(), editor.name());
        memberships.insert(begun);
        return told(editor, "membership.joined", begun);
    }

    /** An institution leaves, or is merged into another that is in the association on that day. */
    @Transactional
    public Membership end(Editor editor, UUID id, @Nullable ExpectedVersion expected, Entry entry) {
        LocalDate leftOn = entry.date("leftOn");
        String reason = entry.text("reason", 500);
        InstitutionRef into = named(editor, entry, "mergedIntoCode", false);
        Refusal unknown = Refusal.notFound("membership.unknown", id);
        InstitutionRef leaving = memberships
                .find(editor.association(), id)
                .map(Membership::institution)
                .filter(institution -> editor.scope().permits(institution.code()))
                .orElseThrow(() -> unknown);
        memberships.hold(leaving.id());
        Membership known = memberships.find(editor.association(), id).orElseThrow(() -> unknown);
        ExpectedVersion.checkIfSent(expected, known.version());
        if (into != null && !goesOn(into, leaving, leftOn)) {
            entry.fault("mergedIntoCode", "membership-elsewhere", into.code(), leftOn);
        }
        entry.refuseIfFaulty();
        Ending how = new Ending(into == null ? How.LEFT : How.MERGED, into);
        Membership ended = known.ended(leftOn, how, reason, clock.instant(), editor.name());
        memberships.update(ended);
        return told(editor, into == null ? "membership.left" : "membership.merged", ended);
    }

    private boolean goesOn(InstitutionRef into, InstitutionRef leaving, LocalDate day) {
        List<Membership> periods = memberships.of(into.id());
        return !into.equals(leaving)
                && (periods.isEmpty()
                        || periods.stream().anyMatch(period -> period.period().contains(day)));
    }

    private @Nullable InstitutionRef named(Editor editor, Entry entry, String field, boolean required) {
        String code = required ? entry.text(field, 50) : entry.optionalText(field, 50);
        if (code == null || code.isEmpty()) {
            return null;
        }
        InstitutionId id = institutions.ids(editor.association(), List.of(code)).get(code);
        if (id == null) {
            entry.fault(field, "unknown-institution", code);
            return null;
        }
        return new InstitutionRef(id, code);
    }

    private Membership told(Editor editor, String action, Membership changed) {
        outbox.publish(changed.announcement());
        audit.record(editor.did(
                action,
                "institution-membership",
                changed.id(),
                changed.institution().code(),
                changed));
        return changed;
    }
}
