package org.yilianti.rotation.roster;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.audit.AuditRecord;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.outbox.Outbox;
import org.yilianti.platform.outbox.OutboxEvent;
import org.yilianti.rotation.agreement.AgreementsChanged;
import org.yilianti.rotation.directory.LicencesChanged;
import org.yilianti.rotation.directory.MembersChanged;
import org.yilianti.rotation.practice.LawfulPractice;
import org.yilianti.rotation.practice.PracticeDecision;
import org.yilianti.rotation.practice.PracticeQuestion;

/** Releases published duties that have become unlawful, all of all people concerned at once; part of the transaction that learned it. */
@Component
@Transactional
class DutyReleaseManagement {

    private final Duties duties;
    private final LawfulPractice practice;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    DutyReleaseManagement(Duties duties, LawfulPractice practice, Outbox outbox, AuditTrail audit, Clock clock) {
        this.duties = duties;
        this.practice = practice;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    @EventListener
    void licencesChanged(LicencesChanged changed) {
        releaseUnlawful(changed.association(), changed.memberIds());
    }

    @EventListener
    void membersChanged(MembersChanged changed) {
        releaseUnlawful(changed.association(), changed.memberIds());
    }

    @EventListener
    void agreementsChanged(AgreementsChanged changed) {
        releaseUnlawful(changed.association(), changed.memberIds());
    }

    /** Decides anew on every duty in force of these members; what is refused becomes open with the first reason. */
    private void releaseUnlawful(UUID association, Set<UUID> memberIds) {
        List<Duty> held = duties.inForceOf(association, memberIds);
        if (held.isEmpty()) {
            return;
        }
        List<PracticeDecision> decisions = practice.decide(
                association, held.stream().map(DutyReleaseManagement::question).toList());
        Instant now = clock.instant();
        List<Duty> released = new ArrayList<>();
        List<OutboxEvent> facts = new ArrayList<>();
        List<AuditRecord> entries = new ArrayList<>();
        for (int index = 0; index < held.size(); index++) {
            Duty duty = held.get(index);
            decisions.get(index).refusals().findFirst().ifPresent(refusal -> {
                released.add(duty.released(refusal.code()));
                facts.add(DutyReleased.of(duty, refusal.code(), now));
                entries.add(released(duty, refusal.code()));
            });
        }
        if (!released.isEmpty()) {
            duties.release(released);
            outbox.publish(facts);
            audit.record(entries);
        }
    }

    static PracticeQuestion question(Duty duty) {
        return PracticeQuestion.on(
                duty.date(), Objects.requireNonNull(duty.memberId()), duty.institutionId(), duty.specialty());
    }

    private static AuditRecord released(Duty duty, String reason) {
        return new AuditRecord(
                duty.association(),
                "system:lawful-practice",
                "duty.released",
                "duty",
                duty.id().toString(),
                null,
                Map.of(
                        "memberId", Objects.requireNonNull(duty.memberId()),
                        "date", duty.date(),
                        "reason", reason));
    }
}
