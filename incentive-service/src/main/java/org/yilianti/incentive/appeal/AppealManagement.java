package org.yilianti.incentive.appeal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.incentive.payrun.Amendments;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.audit.AuditRecord;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.outbox.Outbox;
import org.yilianti.platform.outbox.OutboxEvent;
import org.yilianti.platform.policy.Policies;
import org.yilianti.platform.problem.Refusal;

/** Takes appeals of staff and decides them. */
@Service
public class AppealManagement {

    private final Appeals appeals;
    private final ContestedThings contested;
    private final Amendments amendments;
    private final Policies policies;
    private final AppealSettings settings;
    private final AuditTrail audit;
    private final Outbox outbox;
    private final Clock clock;

    AppealManagement(
            Appeals appeals,
            ContestedThings contested,
            Amendments amendments,
            Policies policies,
            AppealSettings settings,
            AuditTrail audit,
            Outbox outbox,
            Clock clock) {
        this.appeals = appeals;
        this.contested = contested;
        this.amendments = amendments;
        this.policies = policies;
        this.settings = settings;
        this.audit = audit;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** What somebody holds against a statement; {@code indicator} is empty for the line itself. */
    public record Objection(String institutionCode, String indicator, String text, String evidence) {}

    /** Lodges an appeal against the caller's own statement. */
    @Transactional
    public Appeal lodge(Caller caller, UUID statement, Objection objection) {
        Contested about = contested.find(
                caller.association(), statement, staffNo(caller), objection.institutionCode(), objection.indicator());
        Appeal appeal = Appeal.lodged(
                caller.association(),
                about,
                objection.text(),
                objection.evidence(),
                policies.inForce(caller.association(), AppealPolicy.class, about.noticed()),
                caller.name(),
                clock.instant(),
                today());
        try {
            appeals.insert(appeal);
        } catch (DuplicateKeyException open) {
            throw Refusal.conflict("appeal.open-already", about.institutionCode());
        }
        record(caller, "pay-appeal.lodged", appeal);
        return appeal;
    }

    /** Takes an appeal back; only who it belongs to. */
    @Transactional
    public Appeal withdraw(Caller caller, UUID id) {
        String staffNo = staffNo(caller);
        Appeal withdrawn = appeals.lock(caller.association(), id)
                .filter(one -> one.staffNo().equals(staffNo))
                .orElseThrow(() -> Refusal.notFound("appeal.not-found", id))
                .withdrawn();
        appeals.close(withdrawn);
        record(caller, "pay-appeal.withdrawn", withdrawn);
        return withdrawn;
    }

    /**
     * Decides an appeal, once.
     *
     * @throws Refusal 403 to whom a {@link DeciderRule} excludes; 422 when the remedy does not fit
     */
    @Transactional
    public Appeal decide(Caller caller, UUID id, boolean upheld, String reason, Remedy remedy) {
        Appeal before = appeals.lock(caller.association(), id)
                .filter(one -> caller.scope(Role.PAYROLL_REVIEWER).permits(one.institutionCode()))
                .orElseThrow(() -> Refusal.notFound("appeal.not-found", id));
        Contested about = contested.find(
                before.association(),
                before.statement(),
                before.staffNo(),
                before.institutionCode(),
                before.indicator());
        Appeal decided = before.decided(upheld, reason, about.involved(), caller.name(), clock.instant());
        if (upheld) {
            amendments.add(decided.association(), remedy.amendment(decided));
        } else if (!remedy.isNone()) {
            throw Refusal.invalid("appeal.remedy-of-rejected");
        }
        appeals.close(decided);
        record(caller, "pay-appeal.decided", decided);
        return decided;
    }

    /** The day it is for the association. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), settings.zone());
    }

    private static String staffNo(Caller caller) {
        String staffNo = caller.staffNo();
        if (staffNo == null) {
            throw Refusal.forbidden("payrun.no-staff-number", caller.name());
        }
        return staffNo;
    }

    private void record(Caller caller, String action, Appeal appeal) {
        audit.record(AuditRecord.of(
                caller,
                action,
                "pay-appeal",
                appeal.id(),
                appeal.institutionCode(),
                Map.of(
                        "version",
                        appeal.version(),
                        "status",
                        appeal.status().code(),
                        "indicator",
                        appeal.indicator())));
        outbox.publish(OutboxEvent.state(
                AppealChanged.TOPIC,
                AppealChanged.TYPE,
                appeal.association(),
                appeal.id(),
                appeal.version(),
                AppealChanged.of(appeal)));
    }
}
