package org.yilianti.incentive.campaign;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.yilianti.incentive.campaign.Campaign.Plan;
import org.yilianti.incentive.scheme.IncomeRule;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.problem.Violation;

/** The rules that every campaign keeps; each returns all that is wrong. */
enum CampaignRule {
    /** A period of at most some years that ends when or after it begins. */
    PERIOD_IS_ONE {
        @Override
        List<Violation> violations(Plan plan) {
            boolean fits = !plan.to().isBefore(plan.from())
                    && plan.from().getYear() >= EARLIEST_YEAR
                    && plan.from().getYear() <= LATEST_YEAR
                    && plan.to().isBefore(plan.from().plusYears(MOST_YEARS));
            return fits
                    ? List.of()
                    : List.of(new Violation(
                            "/periodTo",
                            "campaign.period-invalid",
                            plan.from().toString(),
                            plan.to().toString()));
        }
    },
    /** Each component once, with a weight above 0 and at most six decimals. */
    COMPONENTS_ARE_SHARES {
        @Override
        List<Violation> violations(Plan plan) {
            Set<ComponentKind> seen = new HashSet<>();
            List<Violation> found = new ArrayList<>();
            for (int index = 0; index < plan.components().size(); index++) {
                CampaignComponent one = plan.components().get(index);
                String pointer = "/components/" + index;
                if (!seen.add(one.kind())) {
                    found.add(new Violation(
                            pointer + "/kind",
                            "campaign.component-repeated",
                            one.kind().code()));
                }
                if (one.weight().signum() <= 0
                        || one.weight().compareTo(BigDecimal.ONE) > 0
                        || one.weight().stripTrailingZeros().scale() > DECIMALS) {
                    found.add(new Violation(
                            pointer + "/weight",
                            "campaign.weight-invalid",
                            one.kind().code(),
                            one.weight().toPlainString()));
                }
            }
            return found;
        }
    },
    /** The weights sum to exactly 1. */
    WEIGHTS_SUM_TO_ONE {
        @Override
        List<Violation> violations(Plan plan) {
            BigDecimal sum =
                    plan.components().stream().map(CampaignComponent::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
            return sum.compareTo(BigDecimal.ONE) == 0
                    ? List.of()
                    : List.of(new Violation(
                            "/components",
                            "campaign.weights-differ",
                            sum.toPlainString(),
                            BigDecimal.ONE.subtract(sum).toPlainString()));
        }
    },
    /** A survey, and nothing else, has questions. */
    SURVEY_HAS_QUESTIONS {
        @Override
        List<Violation> violations(Plan plan) {
            boolean asks = plan.components().stream().anyMatch(one -> one.kind() == ComponentKind.SURVEY);
            return asks == (plan.questionSet() != null)
                    ? List.of()
                    : List.of(new Violation("/questionSetId", "campaign.questions-without-survey"));
        }
    },
    /** No subject twice, and the association is one. */
    SUBJECTS_ARE_DIFFERENT {
        @Override
        List<Violation> violations(Plan plan) {
            Set<String> seen = new HashSet<>();
            return plan.subjects().stream()
                    .filter(one -> !seen.add(one.code()))
                    .map(one -> new Violation("/subjects", "campaign.subject-repeated", one.code()))
                    .toList();
        }
    },
    /** Nobody is judged by what patients are charged; see {@link IncomeRule}. */
    NO_INCOME_IS_JUDGED {
        @Override
        List<Violation> violations(Plan plan) {
            return IncomeRule.matchedTerm(plan.name())
                    .map(term -> List.of(
                            new Violation("/name", "campaign.income-judged", plan.name(), term, IncomeRule.CLAUSE)))
                    .orElse(List.of());
        }
    };

    private static final int DECIMALS = 6;
    private static final int EARLIEST_YEAR = 2000;
    private static final int LATEST_YEAR = 2200;
    private static final int MOST_YEARS = 10;

    abstract List<Violation> violations(Plan plan);

    /** Refuses (422) with all violations of all rules. */
    static Plan checked(Plan plan) {
        List<Violation> all = new ArrayList<>();
        for (CampaignRule rule : values()) {
            all.addAll(rule.violations(plan));
        }
        if (!all.isEmpty()) {
            throw Refusal.invalid(all);
        }
        return plan;
    }
}
