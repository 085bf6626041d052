package org.yilianti.staff.privacy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.staff.agenda.Agenda;
import org.yilianti.staff.agenda.AgendaItem;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.member.ErasedRecords;
import org.yilianti.staff.member.Forgetting;
import org.yilianti.staff.member.Forgetting.Identity;
import org.yilianti.staff.member.MemberId;
import org.yilianti.staff.privacy.Erasure.State;
import org.yilianti.staff.privacy.Erasure.Step;
import tools.jackson.databind.ObjectMapper;

/** Erases the personal data of those who have left: one proposes, another decides. */
@Service
public class ErasureManagement {

    private final ErasureRepository erasures;
    private final Forgetting forgetting;
    private final List<ErasedRecords> records;
    private final PrivacyPolicies policies;
    private final Agenda agenda;
    private final AuditTrail audit;
    private final AssociationCalendar calendar;
    private final Clock clock;
    private final ObjectMapper json;

    ErasureManagement(
            ErasureRepository erasures,
            Forgetting forgetting,
            List<ErasedRecords> records,
            PrivacyPolicies policies,
            Agenda agenda,
            AuditTrail audit,
            AssociationCalendar calendar,
            Clock clock,
            ObjectMapper json) {
        this.erasures = erasures;
        this.forgetting = forgetting;
        this.records = records;
        this.policies = policies;
        this.agenda = agenda;
        this.audit = audit;
        this.calendar = calendar;
        this.clock = clock;
        this.json = json;
    }

    /** What the audit trail keeps of a case. */
    record Trace(
            MemberId member,
            @Nullable String reason,
            @Nullable LocalDate keptUntil) {}

    /** Opens a case; refuses (409) somebody who works here or will, and a second open case. */
    @Transactional
    public Erasure propose(Editor editor, MemberId member, Entry entry) {
        Step step = new Step(clock.instant(), editor.name(), entry.text("reason", 500));
        entry.refuseIfFaulty();
        forgetting.departure(editor, member, calendar.today());
        if (erasures.proposed(member)) {
            throw Refusal.conflict("erasure.open");
        }
        Erasure erasure = Erasure.proposed(editor.association(), member, step);
        erasures.insert(erasure);
        trace(editor, "erasure.proposed", erasure, step);
        return erasure;
    }

    /** Erases; what law asks to keep is sealed until its day. */
    @Transactional
    public Erasure approve(Editor editor, UUID id, ExpectedVersion expected, Entry entry) {
        MemberId member = memberOf(editor, id);
        Step step = new Step(clock.instant(), editor.name(), entry.optionalText("reason", 500));
        entry.refuseIfFaulty();
        LocalDate today = calendar.today();
        RetentionRules rules = policies.retention(editor.association());
        LocalDate until = forgetting
                .departure(editor, member, today)
                .map(rules::identityUntil)
                .filter(today::isBefore)
                .orElse(null);
        Erasure erasure = locked(editor, id, expected).decided(State.APPROVED, step, until);
        List<Identity> identities = forgetting.forget(editor, member);
        records.forEach(kept -> kept.erase(editor, member, until));
        erasures.decide(erasure, step, until == null ? null : json.writeValueAsString(identities));
        if (until != null) {
            agenda.plan(List.of(new AgendaItem(editor.association(), IdentityTerm.NAME, id, until)));
        }
        trace(editor, "erasure.approved", erasure, step);
        return erasure;
    }

    /** Leaves all as it is. */
    @Transactional
    public Erasure refuse(Editor editor, UUID id, ExpectedVersion expected, Entry entry) {
        MemberId member = memberOf(editor, id);
        Step step = new Step(clock.instant(), editor.name(), entry.text("reason", 500));
        entry.refuseIfFaulty();
        forgetting.departure(editor, member, calendar.today());
        Erasure erasure = locked(editor, id, expected).decided(State.REFUSED, step, null);
        erasures.decide(erasure, step, null);
        trace(editor, "erasure.refused", erasure, step);
        return erasure;
    }

    private MemberId memberOf(Editor editor, UUID id) {
        return erasures.memberOf(editor.association(), id).orElseThrow(() -> Refusal.notFound("erasure.unknown", id));
    }

    private Erasure locked(Editor editor, UUID id, ExpectedVersion expected) {
        Erasure erasure =
                erasures.lock(editor.association(), id).orElseThrow(() -> Refusal.notFound("erasure.unknown", id));
        expected.check(erasure.version());
        return erasure;
    }

    private void trace(Editor editor, String action, Erasure erasure, Step step) {
        Trace trace = new Trace(erasure.member(), step.reason(), erasure.keptUntil());
        audit.record(editor.did(action, "erasure", erasure.id(), null, trace));
    }
}
