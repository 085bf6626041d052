package org.yilianti.incentive.campaign;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.incentive.campaign.SubjectRegister.SubjectOrder;
import org.yilianti.incentive.scheme.IndicatorSchemes;
import org.yilianti.incentive.scheme.SchemeId;
import org.yilianti.incentive.survey.SurveyManagement;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.policy.Policies;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.ExpectedVersion;

/** Drafts campaigns and opens them; an evaluator acts for all institutions that a campaign judges. */
@Service
public class CampaignManagement {

    private final Campaigns campaigns;
    private final SubjectRegister register;
    private final IndicatorSchemes schemes;
    private final SurveyManagement surveys;
    private final Policies policies;
    private final CampaignJournal journal;
    private final CampaignSettings settings;
    private final Clock clock;

    CampaignManagement(
            Campaigns campaigns,
            SubjectRegister register,
            IndicatorSchemes schemes,
            SurveyManagement surveys,
            Policies policies,
            CampaignJournal journal,
            CampaignSettings settings,
            Clock clock) {
        this.campaigns = campaigns;
        this.register = register;
        this.schemes = schemes;
        this.surveys = surveys;
        this.policies = policies;
        this.journal = journal;
        this.settings = settings;
        this.clock = clock;
    }

    /** What a campaign is to judge, as it is ordered. */
    public record Order(
            String name,
            CampaignLevel level,
            LocalDate from,
            LocalDate to,
            @Nullable SchemeId scheme,
            @Nullable UUID questionSet,
            List<CampaignComponent> components,
            List<SubjectOrder> subjects) {}

    @Transactional
    public Campaign draft(Caller caller, Order order) {
        Campaign drafted = Campaign.drafted(caller.association(), plan(caller, order), caller.name(), clock.instant());
        requireAll(caller, drafted);
        campaigns.insert(drafted);
        journal.record(caller, "campaign.drafted", drafted, null);
        return drafted;
    }

    /** Gives a draft another plan; its raters are named anew. */
    @Transactional
    public Campaign revise(Caller caller, UUID id, ExpectedVersion expected, Order order) {
        Campaign before = campaigns.lock(caller.association(), id);
        requireAll(caller, before);
        expected.check(before.version());
        Campaign after = before.revised(plan(caller, order));
        requireAll(caller, after);
        campaigns.replacePlan(after);
        journal.record(caller, "campaign.revised", after, null);
        return after;
    }

    /** Lets people judge, by the rules in force today. */
    @Transactional
    public Campaign open(Caller caller, UUID id) {
        Campaign before = campaigns.lock(caller.association(), id);
        requireAll(caller, before);
        Campaign opened =
                before.opened(policies.inForce(caller.association(), CampaignRules.class, settings.today(clock)));
        campaigns.update(opened);
        UUID questions = opened.plan().questionSet();
        if (questions != null) {
            surveys.begin(opened.association(), id, questions, institutions(opened));
        }
        journal.record(caller, "campaign.opened", opened, null);
        return opened;
    }

    /** Announces what came of it. */
    @Transactional
    public Campaign publish(Caller caller, UUID id) {
        Campaign before = campaigns.lock(caller.association(), id);
        requireAll(caller, before);
        Campaign published = before.published(settings.today(clock));
        campaigns.update(published);
        journal.record(caller, "campaign.published", published, null);
        return published;
    }

    private Campaign.Plan plan(Caller caller, Order order) {
        SchemeId scheme = order.scheme();
        if (scheme != null) {
            schemes.get(caller.association(), scheme).requirePublished();
        }
        return new Campaign.Plan(
                order.name(),
                order.level(),
                order.from(),
                order.to(),
                scheme,
                order.questionSet(),
                order.components(),
                register.subjects(caller.association(), order.level(), order.subjects()));
    }

    private static Map<String, String> institutions(Campaign campaign) {
        return campaign.plan().subjects().stream().collect(Collectors.toMap(Subject::code, Subject::institutionCode));
    }

    /** Refuses (403) whoever does not act for every institution that is judged; (422) a campaign of nothing. */
    static void requireAll(Caller caller, Campaign campaign) {
        if (campaign.plan().subjects().isEmpty()) {
            throw Refusal.invalid("campaign.nothing-to-judge").at("/subjects");
        }
        campaign.plan().subjects().forEach(one -> caller.require(one.institutionCode(), Role.EVALUATOR));
    }
}
