package org.yilianti.staff.career.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.problem.ProblemFactory;
import org.yilianti.staff.career.CareerManagement.Eligibility;
import org.yilianti.staff.career.Condition;
import org.yilianti.staff.career.PromotionCase;
import org.yilianti.staff.institution.InstitutionRef;

/** What is shown of careers, texts in the reader's language. */
final class CareerViews {

    private CareerViews() {}

    /** One condition with what it asks for in words. */
    record ConditionView(String rule, boolean met, String required, String actual, String message) {

        static List<ConditionView> of(List<Condition> conditions, ProblemFactory texts, Locale locale) {
            return conditions.stream()
                    .map(one -> new ConditionView(
                            one.rule(),
                            one.met(),
                            one.required(),
                            one.actual(),
                            texts.text("career." + one.rule(), new Object[] {one.required(), one.actual()}, locale)))
                    .toList();
        }
    }

    /** Whether somebody may climb to the next title. */
    record EligibilityView(UUID memberId, String from, String to, boolean eligible, List<ConditionView> conditions) {

        static EligibilityView of(UUID member, Eligibility found, ProblemFactory texts, Locale locale) {
            return new EligibilityView(
                    member,
                    found.from().code(),
                    found.to().code(),
                    found.eligible(),
                    ConditionView.of(found.conditions(), texts, locale));
        }
    }

    /** A promotion case. */
    record PromotionView(
            UUID id,
            long version,
            UUID memberId,
            @Nullable String institutionCode,
            String from,
            String to,
            String state,
            List<ConditionView> conditions,
            Instant openedAt,
            String openedBy,
            @Nullable Instant decidedAt,
            @Nullable String decidedBy,
            @Nullable String decisionReason,
            @Nullable LocalDate effectiveOn) {

        static PromotionView of(PromotionCase promotion, ProblemFactory texts, Locale locale) {
            Optional<PromotionCase.Step> decision = Optional.ofNullable(promotion.decision());
            return new PromotionView(
                    promotion.id(),
                    promotion.version(),
                    promotion.member().value(),
                    Optional.ofNullable(promotion.institution())
                            .map(InstitutionRef::code)
                            .orElse(null),
                    promotion.from().code(),
                    promotion.to().code(),
                    promotion.state().code(),
                    ConditionView.of(promotion.conditions(), texts, locale),
                    promotion.opened().at(),
                    promotion.opened().by(),
                    decision.map(PromotionCase.Step::at).orElse(null),
                    decision.map(PromotionCase.Step::by).orElse(null),
                    decision.map(PromotionCase.Step::reason).orElse(null),
                    promotion.effectiveOn());
        }
    }
}
