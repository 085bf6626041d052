package org.yilianti.incentive.campaign;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.incentive.campaign.ConflictRule.Judge;
import org.yilianti.incentive.campaign.Rating.Assignment;
import org.yilianti.incentive.directory.Members;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.audit.AuditRecord;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.policy.Policies;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.ExpectedVersion;

/** Names those who judge, and takes what they say. */
@Service
public class RatingManagement {

    private final Campaigns campaigns;
    private final Ratings ratings;
    private final Members members;
    private final Policies policies;
    private final CampaignJournal journal;
    private final AuditTrail audit;
    private final CampaignSettings settings;
    private final Clock clock;

    RatingManagement(
            Campaigns campaigns,
            Ratings ratings,
            Members members,
            Policies policies,
            CampaignJournal journal,
            AuditTrail audit,
            CampaignSettings settings,
            Clock clock) {
        this.campaigns = campaigns;
        this.ratings = ratings;
        this.members = members;
        this.policies = policies;
        this.journal = journal;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    /** Names more people who judge; all of them or, where one may not (409) or was named already (409), nobody. */
    @Transactional
    public List<Rating> assign(Caller caller, UUID id, List<Assignment> assignments) {
        Campaign before = campaigns.lock(caller.association(), id);
        CampaignManagement.requireAll(caller, before);
        Campaign after = before.staffed();
        List<Rating> assigned = new ArrayList<>();
        for (Assignment one : assignments) {
            Subject subject = after.subject(one.subject())
                    .orElseThrow(() -> Refusal.invalid(
                            "campaign.subject-unknown", after.plan().level().code()));
            refuseConflict(after, one.component(), subject, one.rater(), one.raterStaffNo());
            assigned.add(Rating.assigned(after, one));
        }
        try {
            ratings.insert(assigned, caller.name());
        } catch (DuplicateKeyException named) {
            throw Refusal.conflict("campaign.rater-repeated");
        }
        campaigns.update(after);
        journal.record(caller, "campaign.raters-named", after, null, Map.of("ratings", assigned.size()));
        return assigned;
    }

    /** Takes the caller's score, or another one while the campaign is open. */
    @Transactional
    public Rating rate(Caller caller, UUID id, ExpectedVersion expected, BigDecimal score, @Nullable String remark) {
        Campaign campaign = ratings.campaign(caller.association(), id, caller.name())
                .map(of -> campaigns.hold(caller.association(), of))
                .orElseThrow(() -> Refusal.notFound("campaign.rating-not-found", id));
        campaign.require(CampaignStatus.OPEN);
        Rating before = ratings.lockOwn(caller.association(), id, caller.name())
                .orElseThrow(() -> Refusal.notFound("campaign.rating-not-found", id));
        expected.check(before.version());
        Subject subject = campaign.subject(before.subject()).orElseThrow();
        // Who they are is known better now than when they were named.
        refuseConflict(campaign, before.component(), subject, caller.name(), staffNo(caller, before));
        Rating after = before.given(score, remark, clock.instant());
        ratings.update(after);
        // Not the score: what others say is not to be found anywhere before the closing.
        audit.record(AuditRecord.of(
                caller,
                "campaign.rated",
                "campaign-rating",
                id,
                subject.institutionCode(),
                Map.of("campaign", campaign.id(), "version", after.version())));
        return after;
    }

    private static @Nullable String staffNo(Caller caller, Rating rating) {
        String own = caller.staffNo();
        if (own != null && rating.raterStaffNo() != null && !own.equals(rating.raterStaffNo())) {
            throw Refusal.notFound("campaign.rating-not-found", rating.id());
        }
        return own == null ? rating.raterStaffNo() : own;
    }

    private void refuseConflict(
            Campaign campaign, ComponentKind kind, Subject subject, String rater, @Nullable String staffNo) {
        CampaignRules rules = campaign.rules();
        CampaignRules inForce = rules == null
                ? policies.inForce(campaign.association(), CampaignRules.class, settings.today(clock))
                : rules;
        UUID institution = staffNo == null
                ? null
                : members.mainInstitution(campaign.association(), staffNo).orElse(null);
        ConflictRule.check(kind, subject, new Judge(rater, staffNo, institution), inForce);
    }
}
