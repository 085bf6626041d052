package org.yilianti.incentive.campaign;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.incentive.survey.SurveyManagement;
import org.yilianti.incentive.survey.SurveyResult;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.web.ExpectedVersion;

/** Closes campaigns, reviews and finalises what came of them. */
@Service
public class ResultManagement {

    private final Campaigns campaigns;
    private final Ratings ratings;
    private final CampaignResults results;
    private final CampaignRates rates;
    private final CampaignObjections objections;
    private final SurveyManagement surveys;
    private final CampaignJournal journal;
    private final CampaignSettings settings;
    private final Clock clock;

    ResultManagement(
            Campaigns campaigns,
            Ratings ratings,
            CampaignResults results,
            CampaignRates rates,
            CampaignObjections objections,
            SurveyManagement surveys,
            CampaignJournal journal,
            CampaignSettings settings,
            Clock clock) {
        this.campaigns = campaigns;
        this.ratings = ratings;
        this.results = results;
        this.rates = rates;
        this.objections = objections;
        this.surveys = surveys;
        this.journal = journal;
        this.settings = settings;
        this.clock = clock;
    }

    /** Takes no more scores and answers, and computes what they come to. */
    @Transactional
    public Campaign close(Caller caller, UUID id) {
        Campaign before = campaigns.lock(caller.association(), id);
        CampaignManagement.requireAll(caller, before);
        Campaign closed = before.closed(caller.name());
        Map<String, SurveyResult> answered =
                closed.plan().has(ComponentKind.SURVEY) ? surveys.end(closed.association(), id) : Map.of();
        List<SubjectScore> scores =
                CampaignScoring.scores(closed.plan().components(), judgements(closed, answered), closed.requireRules());
        campaigns.update(closed);
        results.insert(closed, scores);
        rates.replace(closed, answered);
        journal.record(caller, "campaign.closed", closed, null);
        return closed;
    }

    private List<Judgement> judgements(Campaign campaign, Map<String, SurveyResult> answered) {
        List<Rating> given = ratings.given(campaign.id());
        return campaign.plan().subjects().stream()
                .map(subject -> new Judgement(
                        subject.code(),
                        given.stream()
                                .filter(one -> one.subject().equals(subject.code()))
                                .map(Rating::toGiven)
                                .toList(),
                        answered.get(subject.code())))
                .toList();
    }

    /** A second person agrees, or sends it back to those who judge. */
    @Transactional
    public Campaign review(
            Caller caller, UUID id, ExpectedVersion expected, boolean approved, @Nullable String reason) {
        Campaign before = campaigns.lock(caller.association(), id);
        CampaignManagement.requireAll(caller, before);
        expected.check(before.version());
        Campaign after = approved
                ? before.reviewed(caller.name(), ratings.raters(id))
                : before.sentBack(caller.name(), ratings.raters(id));
        campaigns.update(after);
        UUID questions = after.plan().questionSet();
        if (!approved && questions != null) {
            surveys.begin(after.association(), id, questions, Map.of());
        }
        journal.record(caller, approved ? "campaign.reviewed" : "campaign.sent-back", after, reason);
        return after;
    }

    /** Makes it final, once nobody can object any more. */
    @Transactional
    public Campaign finalise(Caller caller, UUID id) {
        Campaign before = campaigns.lock(caller.association(), id);
        CampaignManagement.requireAll(caller, before);
        Campaign after = before.finalised(settings.today(clock), objections.open(id));
        campaigns.update(after);
        journal.record(caller, "campaign.finalised", after, null);
        return after;
    }
}
