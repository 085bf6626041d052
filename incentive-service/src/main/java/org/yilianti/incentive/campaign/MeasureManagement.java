package org.yilianti.incentive.campaign;

import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.incentive.evaluation.EvaluatedInstitution;
import org.yilianti.incentive.evaluation.Evaluation;
import org.yilianti.incentive.evaluation.EvaluationId;
import org.yilianti.incentive.evaluation.EvaluationManagement;
import org.yilianti.incentive.evaluation.Evaluations;
import org.yilianti.incentive.evaluation.Measure;
import org.yilianti.incentive.evaluation.PersonQuality;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.audit.AuditRecord;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.ExpectedVersion;

/** Takes the scores of a final campaign over into an evaluation, which funds and pay follow. */
@Service
public class MeasureManagement {

    private static final int QUALITY_DECIMALS = 4;

    private final Campaigns campaigns;
    private final CampaignResults results;
    private final Evaluations evaluations;
    private final EvaluationManagement entries;
    private final AuditTrail audit;

    MeasureManagement(
            Campaigns campaigns,
            CampaignResults results,
            Evaluations evaluations,
            EvaluationManagement entries,
            AuditTrail audit) {
        this.campaigns = campaigns;
        this.results = results;
        this.evaluations = evaluations;
        this.entries = entries;
        this.audit = audit;
    }

    /**
     * Enters the scores of institutions as measures of an indicator, 0 to 100, or those of persons as their quality, 0 to 1.
     *
     * @param indicator of the evaluation's scheme; null for a campaign of persons
     * @throws Refusal 409 unless the campaign is final; 422 when its level or its scheme does not fit, or it judged nobody of the
     *     evaluation
     */
    @Transactional
    public Evaluation enter(
            Caller caller, EvaluationId id, ExpectedVersion expected, UUID campaignId, @Nullable String indicator) {
        InstitutionScope scope = caller.scope(Role.EVALUATOR);
        campaigns.get(caller.association(), campaignId, scope).require(CampaignStatus.FINAL);
        Campaign campaign = campaigns.hold(caller.association(), campaignId);
        Evaluation evaluation = evaluations.get(caller.association(), id, scope);
        if (campaign.plan().scheme() != null && !campaign.plan().scheme().equals(evaluation.scheme())) {
            throw Refusal.invalid("campaign.scheme-differs");
        }
        List<SubjectScore> scores = results.all(campaignId, campaign.edition());
        Evaluation entered =
                switch (campaign.plan().level()) {
                    case INSTITUTION ->
                        entries.enter(
                                caller,
                                id,
                                expected,
                                measures(campaign, evaluation, scores, indicator),
                                campaign.plan().origin());
                    case PERSON -> entries.enterQuality(caller, id, expected, qualities(scores, indicator));
                    case ASSOCIATION, DEPARTMENT ->
                        throw Refusal.invalid(
                                "campaign.level-is-no-measure",
                                campaign.plan().level().code());
                };
        audit.record(AuditRecord.of(
                caller,
                "campaign.entered",
                "evaluation-campaign",
                campaignId,
                null,
                Map.of(
                        "evaluation",
                        id.value(),
                        "edition",
                        campaign.edition(),
                        "evaluationVersion",
                        entered.version())));
        return entered;
    }

    private static List<Measure> measures(
            Campaign campaign, Evaluation evaluation, List<SubjectScore> scores, @Nullable String indicator) {
        if (indicator == null) {
            throw Refusal.invalid("campaign.indicator-missing").at("/indicator");
        }
        Set<UUID> evaluated =
                evaluation.institutions().stream().map(EvaluatedInstitution::id).collect(Collectors.toSet());
        Map<String, UUID> institutions = campaign.plan().subjects().stream()
                .filter(one -> one.institution() != null && evaluated.contains(one.institution()))
                .collect(Collectors.toMap(Subject::code, one -> Objects.requireNonNull(one.institution())));
        List<Measure> measures = scores.stream()
                .flatMap(one -> Optional.ofNullable(institutions.get(one.subject()))
                        .map(institution -> new Measure(institution, indicator, one.score()))
                        .stream())
                .toList();
        if (measures.isEmpty()) {
            throw Refusal.invalid("campaign.nobody-evaluated");
        }
        return measures;
    }

    private static List<PersonQuality> qualities(List<SubjectScore> scores, @Nullable String indicator) {
        if (indicator != null) {
            throw Refusal.invalid("campaign.indicator-of-persons").at("/indicator");
        }
        return scores.stream()
                .map(one -> new PersonQuality(
                        one.subject(), one.score().movePointLeft(2).setScale(QUALITY_DECIMALS, RoundingMode.HALF_EVEN)))
                .toList();
    }
}
