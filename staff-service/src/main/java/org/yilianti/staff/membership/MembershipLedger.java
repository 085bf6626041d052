package org.yilianti.staff.membership;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yilianti.platform.audit.AuditRecord;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.outbox.Outbox;
import org.yilianti.staff.entry.Editor;

/** Writes periods with their trace, and announces each as it stands in the end. */
@Component
class MembershipLedger {

    private final MembershipRepository memberships;
    private final Outbox outbox;
    private final AuditTrail audit;

    MembershipLedger(MembershipRepository memberships, Outbox outbox, AuditTrail audit) {
        this.memberships = memberships;
        this.outbox = outbox;
        this.audit = audit;
    }

    /**
     * Ends come first: an institution has one period that goes on.
     *
     * @param ended may have periods that have just begun
     */
    void write(Editor editor, List<Membership> begun, List<Membership> ended) {
        Map<UUID, Membership> last = new LinkedHashMap<>();
        Stream.concat(begun.stream(), ended.stream()).forEach(period -> last.put(period.id(), period));
        Set<UUID> fresh = begun.stream().map(Membership::id).collect(Collectors.toSet());
        memberships.update(
                ended.stream().filter(period -> !fresh.contains(period.id())).toList());
        memberships.insert(last.values().stream()
                .filter(period -> fresh.contains(period.id()))
                .toList());
        outbox.publish(last.values().stream().map(Membership::announcement).toList());
        audit.record(Stream.concat(begun.stream(), ended.stream())
                .map(period -> trace(editor, period))
                .toList());
    }

    private static AuditRecord trace(Editor editor, Membership period) {
        Membership.Ending ending = period.ending();
        String action =
                ending == null ? "membership.joined" : ending.into() == null ? "membership.left" : "membership.merged";
        return editor.did(
                action,
                "institution-membership",
                period.id(),
                period.institution().code(),
                period);
    }
}
