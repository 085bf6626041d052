package org.yilianti.staff.tenure;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.outbox.Outbox;
import org.yilianti.platform.outbox.OutboxEvent;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.entry.Editor;
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
    private final Outbox outbox;
    private final AuditTrail audit;
    private final AssociationCalendar calendar;

    TenureLedger(
            TenureRepository tenures,
            ResultRepository results,
            MemberDirectory members,
            Outbox outbox,
            AuditTrail audit,
            AssociationCalendar calendar) {
        this.tenures = tenures;
        this.results = results;
        this.members = members;
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
        tenures.holdPosts(institution.id());
        tenures.overlapping(institution.id(), post, null, term).stream()
                .findFirst()
                .ifPresent(other -> {
                    throw Refusal.conflict(
                                    "tenure.post-held", post, other.term().from(), other.over())
                            .at("/post");
                });
        tenures.overlapping(null, post, member, term).stream().findFirst().ifPresent(other -> {
            throw Refusal.conflict(
                            "tenure.second-post", other.post(), other.term().from(), other.over())
                    .at("/memberId");
        });
    }

    /** @param detail what changed */
    Tenure told(Editor editor, String action, Tenure tenure, Object detail) {
        announce(tenure);
        audit.record(editor.did(
                action, "director-tenure", tenure.id(), tenure.institution().code(), detail));
        return tenure;
    }

    void announce(Tenure tenure) {
        outbox.publish(OutboxEvent.state(
                "staff.director-tenures",
                "staff.director-tenure-changed.v1",
                tenure.association(),
                tenure.id(),
                tenure.version(),
                TenureChanged.of(tenure, results.of(tenure.id()))));
    }
}
