package org.yilianti.incentive.campaign;

import java.util.ArrayList;
import java.util.List;
import org.yilianti.incentive.scheme.NoData;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.problem.Violation;

/** Makes scores of what people said. */
final class CampaignScoring {

    private CampaignScoring() {}

    /** The scores of all subjects; refuses (422) naming every component that is missing and may not be, or of which nothing is left. */
    static List<SubjectScore> scores(
            List<CampaignComponent> components, List<Judgement> judgements, CampaignRules rules) {
        List<SubjectScore> scores = new ArrayList<>();
        List<Violation> blocking = new ArrayList<>();
        for (Judgement judgement : judgements) {
            List<Part> parts =
                    components.stream().map(one -> judgement.part(one, rules)).toList();
            boolean nothing = parts.stream().allMatch(one -> one.score() == null);
            if (nothing || (rules.noData() == NoData.BLOCK && parts.stream().anyMatch(one -> one.score() == null))) {
                parts.stream()
                        .filter(one -> one.score() == null)
                        .map(one -> violation(judgement.subject(), one))
                        .forEach(blocking::add);
            } else {
                scores.add(SubjectScore.of(judgement.subject(), parts));
            }
        }
        if (!blocking.isEmpty()) {
            throw Refusal.invalid(blocking);
        }
        return scores;
    }

    private static Violation violation(String subject, Part part) {
        return new Violation(
                "",
                "campaign.missing-" + part.reason().code(),
                subject,
                part.kind().code(),
                part.given());
    }
}
