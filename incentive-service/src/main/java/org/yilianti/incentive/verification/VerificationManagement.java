package org.yilianti.incentive.verification;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.incentive.directory.Institution;
import org.yilianti.incentive.directory.Institutions;
import org.yilianti.incentive.verification.VerificationSample.Claim;
import org.yilianti.incentive.verification.VerificationSample.Seed;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.audit.AuditRecord;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.policy.Policies;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.ExpectedVersion;

/** Draws samples, takes what is found, and completes them. */
@Service
public class VerificationManagement {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SEED_BYTES = 16;

    private final VerificationSamples samples;
    private final VerificationItems items;
    private final Institutions institutions;
    private final Policies policies;
    private final AuditTrail audit;
    private final Clock clock;

    VerificationManagement(
            VerificationSamples samples,
            VerificationItems items,
            Institutions institutions,
            Policies policies,
            AuditTrail audit,
            Clock clock) {
        this.samples = samples;
        this.items = items;
        this.institutions = institutions;
        this.policies = policies;
        this.audit = audit;
        this.clock = clock;
    }

    /** What a sample is to be drawn of; {@code size} null for what the policy says. */
    public record Order(
            UUID institution,
            String indicator,
            YearMonth month,
            String kind,
            @Nullable Integer size) {}

    /**
     * A sample that was drawn again.
     *
     * @param same whether it is the one that is kept
     */
    public record Reproduction(int claimed, List<UUID> records, boolean same) {}

    /** Draws a sample, which is done once (409) of an institution's indicator and month. */
    @Transactional
    public VerificationSample draw(Caller caller, Order order) {
        Institution institution = institutions.find(caller.association(), Set.of(order.institution())).stream()
                .findFirst()
                .orElseThrow(() ->
                        Refusal.invalid("verification.institution-unknown").at("/institutionId"));
        caller.require(institution.code(), Role.EVALUATOR);
        Claim claim = new Claim(institution.id(), institution.code(), order.indicator(), order.month(), order.kind());
        VerificationRules rules = policies.inForce(
                caller.association(), VerificationRules.class, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        List<UUID> frame = items.claimed(caller.association(), claim);
        byte[] seed = new byte[SEED_BYTES];
        RANDOM.nextBytes(seed);
        VerificationSample sample = VerificationSample.drawn(
                caller.association(),
                claim,
                new Seed(HexFormat.of().formatHex(seed)),
                frame.size(),
                Objects.requireNonNullElse(order.size(), rules.sample()),
                rules,
                caller.name(),
                clock.instant());
        try {
            samples.insert(sample);
        } catch (DuplicateKeyException before) {
            throw Refusal.conflict("verification.drawn-already", claim.institutionCode(), claim.indicator());
        }
        items.insert(sample, frame, SampleDraw.of(seed, frame, sample.size()));
        record(
                caller,
                "verification.drawn",
                sample,
                Map.of("seed", sample.seed().hex(), "size", sample.size()));
        return sample;
    }

    /** Takes what was found of an item, in place of what was found before. */
    @Transactional
    public VerificationItem judge(
            Caller caller, UUID id, UUID record, ExpectedVersion expected, boolean holds, @Nullable String finding) {
        VerificationSample sample = samples.hold(caller.association(), id, scope(caller))
                .orElseThrow(() -> Refusal.notFound("verification.not-found", id));
        sample.requireDrawn();
        VerificationItem before =
                items.lock(id, record).orElseThrow(() -> Refusal.notFound("verification.item-not-found", record));
        expected.check(before.version());
        String staffNo = caller.staffNo();
        VerificationItem after = before.judged(
                holds, finding, caller.name(), staffNo != null && items.isOwn(caller.association(), before, staffNo));
        items.update(id, after);
        record(caller, "verification.judged", sample, Map.of("record", record, "verified", holds));
        return after;
    }

    /** Completes a sample of which every item was judged; somebody who judged none. */
    @Transactional
    public VerificationSample complete(Caller caller, UUID id) {
        VerificationSample before = samples.lock(caller.association(), id, scope(caller))
                .orElseThrow(() -> Refusal.notFound("verification.not-found", id));
        List<VerificationItem> judged = items.judged(id);
        int refuted = (int) judged.stream()
                .filter(one -> Boolean.FALSE.equals(one.verified()))
                .count();
        Set<String> judges = judged.stream()
                .map(VerificationItem::judgedBy)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        VerificationSample completed = before.completed(judged.size(), refuted, judges, caller.name());
        Discount discount = completed.requireDiscount();
        samples.complete(completed, discount);
        record(
                caller,
                "verification.completed",
                completed,
                Map.of("refuted", refuted, "counted", discount.counted().toPlainString()));
        return completed;
    }

    /** Draws a sample again from its seed and what it was drawn from. */
    public Reproduction reproduce(VerificationSample sample) {
        List<UUID> frame = items.frame(sample.id());
        List<UUID> again = SampleDraw.of(HexFormat.of().parseHex(sample.seed().hex()), frame, sample.size());
        return new Reproduction(frame.size(), again, new HashSet<>(again).equals(items.drawn(sample.id())));
    }

    private static InstitutionScope scope(Caller caller) {
        return caller.scope(Role.EVALUATOR);
    }

    private void record(Caller caller, String action, VerificationSample sample, Map<String, ?> what) {
        audit.record(AuditRecord.of(
                caller,
                action,
                "verification-sample",
                sample.id(),
                sample.claim().institutionCode(),
                what));
    }
}
