package org.yilianti.staff.leave;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.outbox.Outbox;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.entry.Taken;
import org.yilianti.staff.member.MemberDirectory;
import org.yilianti.staff.member.MemberId;
import org.yilianti.staff.member.Recording;
import org.yilianti.staff.member.Sight;

/** Takes leave from a file, a batch at a time in the import's transaction. */
@Component
public class LeaveIntake {

    private final LeaveRepository leaves;
    private final LeaveEffects effects;
    private final MemberDirectory members;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final AssociationCalendar calendar;
    private final Clock clock;

    LeaveIntake(
            LeaveRepository leaves,
            LeaveEffects effects,
            MemberDirectory members,
            Outbox outbox,
            AuditTrail audit,
            AssociationCalendar calendar,
            Clock clock) {
        this.leaves = leaves;
        this.effects = effects;
        this.members = members;
        this.outbox = outbox;
        this.audit = audit;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Grants and corrects, in the order of the file. */
    public Taken take(Editor editor, List<Entry> entries) {
        Map<String, MemberId> people = held(editor, entries);
        Map<MemberId, List<Leave>> believed = new HashMap<>();
        leaves.believedOf(Set.copyOf(people.values()))
                .forEach(leave -> of(believed, leave.member()).add(leave));
        Recording now = Recording.now(clock.instant(), editor.name(), null);
        List<Leave> written = new ArrayList<>();
        Taken taken = Taken.NOTHING;
        for (Entry entry : entries) {
            LeaveKind kind = entry.choice("kind", LeaveKind.class);
            DatePeriod days = entry.period("validFrom", "validTo");
            String staffNo = entry.text("staffNo", 50);
            MemberId member = people.get(staffNo);
            if (member == null && !staffNo.isEmpty()) {
                entry.fault("staffNo", "unknown-member", staffNo);
            }
            if (!entry.faulty() && member != null) {
                Leave told = Leave.granted(editor.association(), member, kind, days, now);
                taken = taken.plus(taken(entry, told, of(believed, member), written));
            }
        }
        announce(editor, written);
        return taken;
    }

    /** Takes a leave unless it overlaps another; one with the same first day becomes what is told. */
    private Taken taken(Entry entry, Leave told, List<Leave> believed, List<Leave> written) {
        Optional<Leave> same = believed.stream()
                .filter(leave -> leave.days().from().equals(told.days().from()))
                .findFirst();
        Optional<Leave> other = believed.stream()
                .filter(leave -> same.isEmpty() || !leave.equals(same.get()))
                .filter(leave -> leave.days().overlaps(told.days()))
                .findFirst();
        if (other.isPresent()) {
            entry.fault("validFrom", "leave-overlaps", other.get().days().from());
            return Taken.NOTHING;
        }
        Leave next = same.map(leave -> leave.corrected(told.kind(), told.days(), told.recording()))
                .orElse(told);
        if (same.isPresent() && same.get().equals(next)) {
            return new Taken(0, 0, 1);
        }
        same.ifPresent(leave -> leaves.supersede(leave.superseded(next.recording())));
        same.ifPresent(believed::remove);
        leaves.insert(next);
        believed.add(next);
        written.add(next);
        return same.isPresent() ? new Taken(0, 1, 0) : new Taken(1, 0, 0);
    }

    private void announce(Editor editor, List<Leave> written) {
        written.forEach(effects::plan);
        outbox.publish(written.stream().map(Leave::announcement).toList());
        audit.record(written.stream()
                .map(leave -> editor.did(
                        leave.revision() == 1 ? "leave.granted" : "leave.corrected",
                        "leave",
                        leave.id(),
                        null,
                        LeaveManagement.Trace.of(leave)))
                .toList());
    }

    private Map<String, MemberId> held(Editor editor, List<Entry> entries) {
        Set<String> staffNos = new HashSet<>();
        entries.forEach(entry -> staffNos.add(entry.key("staffNo")));
        return members.hold(editor.association(), Sight.of(editor.scope(), calendar.today()), staffNos);
    }

    private static List<Leave> of(Map<MemberId, List<Leave>> believed, MemberId member) {
        return believed.computeIfAbsent(member, none -> new ArrayList<>());
    }
}
