package org.yilianti.incentive.campaign;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.incentive.campaign.CampaignObjection.Claim;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.audit.AuditRecord;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.problem.Refusal;

/** Takes objections against published results and decides them. */
@Service
public class ObjectionManagement {

    private static final BigDecimal MOST = BigDecimal.valueOf(100);

    private final Campaigns campaigns;
    private final Ratings ratings;
    private final CampaignResults results;
    private final CampaignObjections objections;
    private final CampaignJournal journal;
    private final AuditTrail audit;
    private final CampaignSettings settings;
    private final Clock clock;

    ObjectionManagement(
            Campaigns campaigns,
            Ratings ratings,
            CampaignResults results,
            CampaignObjections objections,
            CampaignJournal journal,
            AuditTrail audit,
            CampaignSettings settings,
            Clock clock) {
        this.campaigns = campaigns;
        this.ratings = ratings;
        this.results = results;
        this.objections = objections;
        this.journal = journal;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    /** Lodges an objection of whoever answers for the subject's institution, or is the subject; others do not see it (404). */
    @Transactional
    public CampaignObjection lodge(Caller caller, UUID id, Claim claim) {
        Campaign campaign = campaigns.hold(caller.association(), id);
        Subject about = campaign.subject(claim.subject())
                .filter(one -> concerns(caller, one))
                .orElseThrow(() -> Refusal.notFound("campaign.not-found", id));
        CampaignObjection objection =
                CampaignObjection.lodged(campaign, about, claim, caller.name(), clock.instant(), settings.today(clock));
        try {
            objections.insert(objection);
        } catch (DuplicateKeyException open) {
            throw Refusal.conflict("campaign.objection-open-already", claim.subject());
        }
        record(caller, "campaign-objection.lodged", objection);
        return objection;
    }

    /**
     * Decides an objection; one that is upheld makes the next edition of the results.
     *
     * @param right score of the component; null to reject the objection
     */
    @Transactional
    public CampaignObjection decide(Caller caller, UUID id, @Nullable BigDecimal right, String reason) {
        Campaign campaign = objections
                .find(caller.association(), id, caller.scope(Role.EVALUATOR), "")
                .map(one -> campaigns.lock(caller.association(), one.campaign()))
                .orElseThrow(() -> Refusal.notFound("campaign.objection-not-found", id));
        CampaignObjection before = objections.lock(caller.association(), id).orElseThrow();
        check(right);
        CampaignObjection decided = before.decided(
                campaign,
                ratings.raters(campaign.id(), before.subject()),
                right,
                reason,
                caller.name(),
                clock.instant());
        objections.close(decided);
        record(caller, "campaign-objection.decided", decided);
        if (right != null) {
            correct(caller, campaign, decided, right);
        }
        return decided;
    }

    private void correct(Caller caller, Campaign before, CampaignObjection decided, BigDecimal right) {
        Campaign corrected = before.corrected();
        List<SubjectScore> scores = results.all(before.id(), before.edition()).stream()
                .map(one -> one.subject().equals(decided.subject()) ? one.corrected(decided.component(), right) : one)
                .toList();
        campaigns.update(corrected);
        results.insert(corrected, scores);
        journal.record(caller, "campaign.corrected", corrected, decided.reason(), Map.of("objection", decided.id()));
    }

    private static boolean concerns(Caller caller, Subject subject) {
        return caller.scope(Role.EVALUATOR, Role.HR_OFFICER).permits(subject.institutionCode())
                || (caller.has(Role.STAFF)
                        && subject.staffNo() != null
                        && subject.staffNo().equals(caller.staffNo()));
    }

    private static void check(@Nullable BigDecimal right) {
        if (right != null
                && (right.signum() < 0
                        || right.compareTo(MOST) > 0
                        || right.stripTrailingZeros().scale() > 2)) {
            throw Refusal.invalid("campaign.score-invalid", right.toPlainString())
                    .at("/rightScore");
        }
    }

    private void record(Caller caller, String action, CampaignObjection objection) {
        audit.record(AuditRecord.of(
                caller,
                action,
                "campaign-objection",
                objection.id(),
                objection.institutionCode(),
                Map.of(
                        "campaign",
                        objection.campaign(),
                        "version",
                        objection.version(),
                        "status",
                        objection.status().code())));
    }
}
