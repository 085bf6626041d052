package org.yilianti.incentive.appropriation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.audit.AuditRecord;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.money.Money;
import org.yilianti.platform.problem.Refusal;

/** Records what institutions use money for. */
@Service
public class FundUseManagement {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

    private final Appropriations appropriations;
    private final FundUses uses;
    private final AuditTrail audit;
    private final Clock clock;

    FundUseManagement(Appropriations appropriations, FundUses uses, AuditTrail audit, Clock clock) {
        this.appropriations = appropriations;
        this.uses = uses;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Records a use.
     *
     * @throws Refusal 403 for another institution; 409 when it was not paid so much; 422 for a day that has not come, and for a purpose the money is not for
     */
    @Transactional
    public FundUse record(
            Caller caller,
            UUID appropriation,
            String institutionCode,
            String purpose,
            Money amount,
            LocalDate usedOn,
            String reference) {
        caller.require(institutionCode, Role.PAYROLL_OFFICER);
        requirePast(usedOn);
        return use(caller, appropriation, institutionCode, purpose, amount, usedOn, reference);
    }

    /** As the recording of a use today, within a decision that was made for all institutions. */
    @Transactional(propagation = Propagation.MANDATORY)
    FundUse feed(Caller caller, PoolFunding funding, PoolFunding.Part part) {
        return use(
                caller,
                part.appropriation(),
                part.institutionCode(),
                part.purpose(),
                part.amount(),
                LocalDate.now(clock.withZone(ZONE)),
                "%s %s".formatted(funding.month(), funding.id()));
    }

    private FundUse use(
            Caller caller,
            UUID appropriation,
            String institutionCode,
            String purpose,
            Money amount,
            LocalDate usedOn,
            String reference) {
        Appropriation of = appropriations.get(caller.association(), appropriation);
        UUID institution = uses.paid(of.id(), institutionCode)
                .orElseThrow(() -> Refusal.conflict("appropriation.used-up", institutionCode, amount.toString()));
        FundUse use = new FundUse(
                Ids.next(),
                of.association(),
                of.id(),
                institution,
                institutionCode,
                of.purpose(purpose).code(),
                amount,
                usedOn,
                reference,
                caller.name(),
                clock.instant(),
                null);
        uses.insert(use);
        record(caller, "fund-use.recorded", use);
        return use;
    }

    private void requirePast(LocalDate usedOn) {
        LocalDate today = LocalDate.now(clock.withZone(ZONE));
        if (usedOn.isAfter(today) || usedOn.isBefore(EARLIEST)) {
            throw Refusal.invalid("appropriation.used-on-invalid", EARLIEST.toString(), today.toString())
                    .at("/usedOn");
        }
    }

    /** Takes back a use that was wrong; a second time is refused (409), as is taking back a reversal. */
    @Transactional
    public FundUse reverse(Caller caller, UUID id) {
        FundUse wrong = uses.get(caller.association(), id, caller.scope(Role.PAYROLL_OFFICER));
        if (wrong.reverses() != null) {
            throw Refusal.conflict("appropriation.is-reversal");
        }
        if (uses.feedsPool(wrong.id())) {
            throw Refusal.conflict("appropriation.feeds-pool");
        }
        FundUse reversal = new FundUse(
                Ids.next(),
                wrong.association(),
                wrong.appropriation(),
                wrong.institution(),
                wrong.institutionCode(),
                wrong.purpose(),
                wrong.amount(),
                wrong.usedOn(),
                wrong.reference(),
                caller.name(),
                clock.instant(),
                wrong.id());
        uses.insert(reversal);
        record(caller, "fund-use.reversed", reversal);
        return reversal;
    }

    private void record(Caller caller, String action, FundUse use) {
        audit.record(AuditRecord.of(
                caller,
                action,
                "fund-use",
                use.id(),
                use.institutionCode(),
                Map.of(
                        "appropriation",
                        use.appropriation(),
                        "purpose",
                        use.purpose(),
                        "amountFen",
                        use.amount().fen())));
    }
}
