package org.yilianti.staff.tenure;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.audit.AuditRecord;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.outbox.Outbox;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.institution.InstitutionLocks;
import org.yilianti.staff.institution.InstitutionRef;
import org.yilianti.staff.member.MemberDirectory;
import org.yilianti.staff.member.MemberId;
import org.yilianti.staff.member.Sight;

/** Reads tenures for whoever changes them, and tells of every change with all results. */
@Component
class TenureLedger {

    private final TenureRepository tenures;
    private final ResultRepository results;
    private final MemberDirectory members;
    private final InstitutionLocks locks;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final AssociationCalendar calendar;

    TenureLedger(
            TenureRepository tenures,
            ResultRepository results,
            MemberDirectory members,
            InstitutionLocks locks,
            Outbox outbox,
            AuditTrail audit,
            AssociationCalendar calendar) {
        this.tenures = tenures;
        this.results = results;
        this.members = members;
        this.locks = locks;
        this.outbox = outbox;
        this.audit = audit;
        this.calendar = calendar;
    }

    /** The tenure, locked after its person; refuses (404) one outside the editor's scope. */
    Tenure within(Editor editor, UUID id) {
        tenures.memberOf(editor.association(), id)
                .ifPresent(member ->
                        members.hold(editor.association(), Sight.of(InstitutionScope.ALL, calendar.today()), member));
        return tenures.lock(editor.association(), id)
                .filter(known -> editor.scope().permits(known.institution().code()))
                .orElseThrow(() -> Refusal.notFound("tenure.unknown", id));
    }

    /** Refuses (409) a post that somebody holds in the term, and a second post of one person; locks the institution. */
    void judge(InstitutionRef institution, String post, MemberId member, DatePeriod term) {
        locks.hold(List.of(institution.id()));
        tenures.overlapping(institution.id(), post, null, term).stream()
                .findFirst()
                .ifPresent(other -> {
                    throw postHeld(post, other).at("/post");
                });
        tenures.overlapping(null, post, member, term).stream().findFirst().ifPresent(other -> {
            throw secondPost(other).at("/memberId");
        });
    }

    static Refusal postHeld(String post, Tenure by) {
        return Refusal.conflict("tenure.post-held", post, by.term().from(), by.over());
    }

    static Refusal secondPost(Tenure first) {
        return Refusal.conflict("tenure.second-post", first.post(), first.term().from(), first.over());
    }

    /** @param detail what changed */
    Tenure told(Editor editor, String action, Tenure tenure, Object detail) {
        told(List.of(tenure), List.of(trace(editor, action, tenure, detail)));
        return tenure;
    }

    /** As {@link #told(Editor, String, Tenure, Object)}, of many versions in their order; what is confirmed is the same in each. */
    void told(List<Tenure> changed, List<AuditRecord> traces) {
        announce(changed);
        audit.record(traces);
    }

    static AuditRecord trace(Editor editor, String action, Tenure tenure, Object detail) {
        return editor.did(
                action, "director-tenure", tenure.id(), tenure.institution().code(), detail);
    }

    void announce(Tenure tenure) {
        announce(List.of(tenure));
    }

    private void announce(List<Tenure> changed) {
        Map<UUID, List<TenureResult>> kept =
                results.of(changed.stream().map(Tenure::id).distinct().toList());
        outbox.publish(changed.stream()
                .map(tenure -> TenureChanged.announcement(tenure, kept.getOrDefault(tenure.id(), List.of())))
                .toList());
    }
}
