package org.yilianti.staff.membership;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.institution.InstitutionDirectory;
import org.yilianti.staff.institution.InstitutionId;
import org.yilianti.staff.institution.InstitutionLocks;
import org.yilianti.staff.institution.InstitutionRef;
import org.yilianti.staff.membership.Membership.Ending;

/** Records that institutions join and leave; locks the institution, and the one that it is merged into. */
@Service
public class MembershipManagement {

    private final MembershipRepository memberships;
    private final InstitutionDirectory institutions;
    private final InstitutionLocks locks;
    private final MembershipLedger ledger;
    private final Clock clock;

    MembershipManagement(
            MembershipRepository memberships,
            InstitutionDirectory institutions,
            InstitutionLocks locks,
            MembershipLedger ledger,
            Clock clock) {
        this.memberships = memberships;
        this.institutions = institutions;
        this.locks = locks;
        this.ledger = ledger;
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
        locks.hold(List.of(joining.id()));
        MembershipRules.joining(joining, joinedOn, memberships.of(List.of(joining.id())))
                .ifPresent(fault -> {
                    throw Refusal.conflict(fault.code(), fault.args().toArray()).at("/" + fault.field());
                });
        Membership begun =
                Membership.begun(editor.association(), joining, joinedOn, reason, clock.instant(), editor.name());
        ledger.write(editor, List.of(begun), List.of());
        return begun;
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
        locks.hold(into == null ? List.of(leaving.id()) : List.of(leaving.id(), into.id()));
        Membership known = memberships.find(editor.association(), id).orElseThrow(() -> unknown);
        ExpectedVersion.checkIfSent(expected, known.version());
        MembershipRules.merging(leaving, into, leftOn, other -> memberships.of(List.of(other.id())))
                .ifPresent(entry::fault);
        entry.refuseIfFaulty();
        Membership ended = known.ended(leftOn, Ending.into(into), reason, clock.instant(), editor.name());
        ledger.write(editor, List.of(), List.of(ended));
        return ended;
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
}
