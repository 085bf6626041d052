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
     * @param cost what the duty adds to the cost of the plan; negative: it saves
     * @param alternative the cheapest other person and what that would cost more; the person is named to planners only
     * @param blocked what keeps the others out
     * @param gap why nobody has it, in one word; null where somebody has
     */
    record DutyReason(
            UUID dutyId,
            @Nullable UUID memberId,
            long cost,
            Map<String, Long> costByRule,
            @Nullable OtherChoice alternative,
            List<KeptOut> blocked,
            @Nullable UnmetDemandReason gap) {}

    /** Somebody else for the duty. */
    record OtherChoice(@Nullable UUID memberId, long extraCost) {}

    /** People whom a rule keeps out. */
    record KeptOut(String rule, String message, int people) {}

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
        List<KeptOut> blocked = gap.blocked().entrySet().stream()
                .map(rule -> keptOut(rule.getKey(), rule.getValue(), locale))
                .toList();
        return new DutyReason(duty.id(), null, 0, Map.of(), null, blocked, UnmetDemandReason.of(gap, texts, locale));
    }

    private KeptOut keptOut(String rule, Number people, Locale locale) {
        return new KeptOut(rule, texts.text("rule." + rule, null, locale), people.intValue());
    }

    private DutyReason whyThisPerson(Duty duty, Locale locale, Caller caller) {
        AssignmentExplanation why =
                reasons.of(duty).orElseThrow(() -> Refusal.conflict("duty.not-explainable", duty.id()));
        boolean planner = caller.hasAny(READERS);
        Map<String, Long> costs = new TreeMap<>();
        why.costByRule().forEach((rule, cost) -> costs.put(rule.code(), cost));
        return new DutyReason(
                duty.id(),
                duty.memberId(),
                why.costOfDuty(),
                costs,
                why.alternative()
                        .map(other ->
                                new OtherChoice(planner ? UUID.fromString(other.person()) : null, other.extraCost()))
                        .orElse(null),
                why.blocked().entrySet().stream()
                        .map(rule -> keptOut(rule.getKey().code(), rule.getValue(), locale))
                        .toList(),
                null);
    }
}
