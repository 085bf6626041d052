package org.yilianti.rotation.plan.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Requires;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.problem.ProblemFactory;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.rotation.directory.Sights;
import org.yilianti.rotation.plan.DutyReasons;
import org.yilianti.rotation.plan.UnmetShift;
import org.yilianti.rotation.plan.web.UnmetResource.UnmetDemandReason;
import org.yilianti.rotation.roster.Duties;
import org.yilianti.rotation.roster.Duty;
import org.yilianti.rotation.solver.AssignmentExplanation;

/** Tells why somebody has a duty, why me, why here; or why nobody has it. */
@RestController
class DutyReasonController {

    private static final Role[] READERS = {Role.SCHEDULER, Role.HR_OFFICER, Role.AUDITOR, Role.ASSOCIATION_ADMIN};

    private final Duties duties;
    private final DutyReasons reasons;
    private final Sights sights;
    private final ProblemFactory texts;

    DutyReasonController(Duties duties, DutyReasons reasons, Sights sights, ProblemFactory texts) {
        this.duties = duties;
        this.reasons = reasons;
        this.sights = sights;
        this.texts = texts;
    }

    /**
     * Why this person, or why nobody.
     *
     * @param summary the answer in one sentence, in the caller's language
     * @param cost what the duty adds to the cost of the plan; negative: it saves
     * @param reasons the same by rule, dearest first, with its name in the caller's language
     * @param alternative the cheapest other person and what that would cost more; the person is named to planners only
     * @param blocked what keeps the others out
     * @param gap why nobody has it, in one word; null where somebody has
     */
    record DutyReason(
            UUID dutyId,
            @Nullable UUID memberId,
            String summary,
            long cost,
            Map<String, Long> costByRule,
            List<CostReason> reasons,
            @Nullable OtherChoice alternative,
            List<RuleOut> blocked,
            @Nullable UnmetDemandReason gap) {}

    /** What a rule adds to the cost of the plan; negative: what having the duty saves. */
    record CostReason(String rule, String message, long cost) {}

    /** Somebody else for the duty. */
    record OtherChoice(@Nullable UUID memberId, long extraCost) {}

    /** People whom a rule keeps out. */
    record RuleOut(String rule, String message, int people) {}

    /** A duty of a draft is explained to those who see the draft, one in force also to its holder. */
    @GetMapping("/v1/duties/{id}/explanation")
    @Requires({Role.SCHEDULER, Role.HR_OFFICER, Role.AUDITOR, Role.ASSOCIATION_ADMIN, Role.STAFF})
    DutyReason explain(@PathVariable UUID id, Locale locale, Caller caller) {
        Duty duty = duties.find(sights.of(caller, READERS), id)
                .or(() -> duties.findPlanned(sights.inScope(caller, READERS), id))
                .orElseThrow(() -> Refusal.notFound("duty.unknown", id));
        return duty.memberId() == null ? whyNobody(duty, locale) : whyThisPerson(duty, locale, caller);
    }

    private DutyReason whyNobody(Duty duty, Locale locale) {
        UnmetShift gap = reasons.gap(duty).orElseThrow(() -> Refusal.conflict("duty.not-explainable", duty.id()));
        List<RuleOut> blocked = gap.blocked().entrySet().stream()
                .map(rule -> keptOut(rule.getKey(), rule.getValue(), locale))
                .toList();
        UnmetDemandReason reason = UnmetDemandReason.of(gap, texts, locale);
        return new DutyReason(duty.id(), null, reason.message(), 0, Map.of(), List.of(), null, blocked, reason);
    }

    private RuleOut keptOut(String rule, Number people, Locale locale) {
        return new RuleOut(rule, text("rule." + rule, locale), people.intValue());
    }

    private DutyReason whyThisPerson(Duty duty, Locale locale, Caller caller) {
        DutyReasons.Reason reason =
                reasons.of(duty).orElseThrow(() -> Refusal.conflict("duty.not-explainable", duty.id()));
        AssignmentExplanation why = reason.why();
        boolean planner = caller.hasAny(READERS);
        Map<String, Long> costs = new TreeMap<>();
        why.costByRule().forEach((rule, cost) -> costs.put(rule.code(), cost));
        return new DutyReason(
                duty.id(),
                duty.memberId(),
                summary(why, locale),
                why.costOfDuty(),
                costs,
                costs.entrySet().stream()
                        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                        .map(cost ->
                                new CostReason(cost.getKey(), text("rule." + cost.getKey(), locale), cost.getValue()))
                        .toList(),
                why.alternative()
                        .map(other ->
                                new OtherChoice(planner ? UUID.fromString(other.person()) : null, other.extraCost()))
                        .orElse(null),
                reason.keptOut().entrySet().stream()
                        .map(rule -> keptOut(rule.getKey(), rule.getValue(), locale))
                        .toList(),
                null);
    }

    /** Whether anybody else could have it, and at what price. */
    private String summary(AssignmentExplanation why, Locale locale) {
        if (why.alternative().isEmpty()) {
            return text("duty.why-only", locale);
        }
        long extra = why.alternative().get().extraCost();
        String key = extra > 0 ? "duty.why-cheapest" : extra == 0 ? "duty.why-equal" : "duty.why-dearer";
        return texts.text(key, new Object[] {Math.abs(extra)}, locale);
    }

    private String text(String key, Locale locale) {
        return texts.text(key, null, locale);
    }
}
