package org.yilianti.incentive.appropriation;

import java.time.Clock;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.incentive.fund.FundManagement;
import org.yilianti.incentive.fund.PayKind;
import org.yilianti.incentive.fund.PayPool;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.audit.AuditRecord;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.ExpectedVersion;

/** Gives unused money of appropriations to the performance pay of a month; a matter of the whole association. */
@Service
public class PoolFundingManagement {

    /** The order in which rows are counted up, the same for everybody. */
    private static final Comparator<PoolFunding.Part> ORDER = Comparator.comparing(PoolFunding.Part::appropriation)
            .thenComparing(PoolFunding.Part::institutionCode)
            .thenComparing(PoolFunding.Part::purpose);

    private final Appropriations appropriations;
    private final PoolFundings fundings;
    private final FundUseManagement uses;
    private final FundManagement pools;
    private final AuditTrail audit;
    private final Clock clock;

    PoolFundingManagement(
            Appropriations appropriations,
            PoolFundings fundings,
            FundUseManagement uses,
            FundManagement pools,
            AuditTrail audit,
            Clock clock) {
        this.appropriations = appropriations;
        this.fundings = fundings;
        this.uses = uses;
        this.pools = pools;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Asks for a pool of these parts.
     *
     * @throws Refusal 404 for an appropriation that is not there; 422 for a month without pools, a purpose that the money is not for, and a part
     *     named twice
     */
    @Transactional
    public PoolFunding request(
            Caller caller, YearMonth month, PayKind kind, String name, List<PoolFunding.Part> parts) {
        caller.require("*", Role.PAYROLL_OFFICER);
        PayPool.requireMonth(month);
        Set<List<Object>> named = new HashSet<>();
        for (PoolFunding.Part part : parts) {
            appropriations.get(caller.association(), part.appropriation()).purpose(part.purpose());
            if (!named.add(List.of(part.appropriation(), part.institutionCode(), part.purpose()))) {
                throw Refusal.invalid("appropriation.funding-twice", part.institutionCode(), part.purpose())
                        .at("/parts");
            }
        }
        PoolFunding one = new PoolFunding(
                Ids.next(),
                caller.association(),
                1,
                month,
                kind,
                name,
                parts,
                PoolFunding.Status.REQUESTED,
                caller.name(),
                clock.instant(),
                null,
                null,
                null,
                null);
        fundings.insert(one);
        record(caller, "pool-funding.requested", one, "");
        return one;
    }

    /**
     * Approves what somebody else asked for, as it was read if that is said: records the uses and takes in the pool.
     *
     * @throws Refusal 403 to who asked for it; 409 when an institution has not so much left
     */
    @Transactional
    public PoolFunding approve(Caller caller, UUID id, @Nullable ExpectedVersion expected) {
        PoolFunding one = decidable(caller, id, expected);
        for (PoolFunding.Part part : one.parts().stream().sorted(ORDER).toList()) {
            fundings.recorded(one, part, uses.feed(caller, one, part).id());
        }
        PayPool pool = pools.takeIn(
                caller,
                one.requestedBy(),
                one.month(),
                one.kind(),
                one.name(),
                "pool-funding " + one.id(),
                one.amount());
        PoolFunding after = one.approved(caller.name(), clock.instant(), pool.id());
        fundings.decide(after);
        record(caller, "pool-funding.approved", after, "");
        return after;
    }

    /** Rejects what somebody else asked for. */
    @Transactional
    public PoolFunding reject(Caller caller, UUID id, @Nullable ExpectedVersion expected, String reason) {
        PoolFunding after = decidable(caller, id, expected).rejected(caller.name(), clock.instant(), reason);
        fundings.decide(after);
        record(caller, "pool-funding.rejected", after, reason);
        return after;
    }

    private PoolFunding decidable(Caller caller, UUID id, @Nullable ExpectedVersion expected) {
        caller.require("*", Role.PAYROLL_REVIEWER);
        PoolFunding one = fundings.lock(caller.association(), id);
        ExpectedVersion.checkIfSent(expected, one.version());
        one.requireDecidableBy(caller.name());
        return one;
    }

    private void record(Caller caller, String action, PoolFunding one, String reason) {
        audit.record(AuditRecord.of(
                caller,
                action,
                "pool-funding",
                one.id(),
                null,
                Map.of(
                        "month",
                        one.month().toString(),
                        "amountFen",
                        one.amount().fen(),
                        "parts",
                        one.parts().size(),
                        "reason",
                        reason)));
    }
}
