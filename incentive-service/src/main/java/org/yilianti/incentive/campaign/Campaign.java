package org.yilianti.incentive.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.incentive.scheme.DataSource;
import org.yilianti.incentive.scheme.SchemeId;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.problem.Refusal;

/**
 * A campaign; each verb guards its state (409) and gives the next version.
 *
 * @param rules as in force when it was opened; null for a draft
 * @param edition of its results; 0 before the first
 * @param closedBy null while nothing is scored
 * @param reviewedBy another person than {@code createdBy} and {@code closedBy}
 * @param objectionsUntil last day on which somebody may object; null until it is published
 */
public record Campaign(
        UUID id,
        UUID association,
        long version,
        Plan plan,
        CampaignStatus status,
        @Nullable CampaignRules rules,
        int edition,
        String createdBy,
        Instant createdAt,
        @Nullable String closedBy,
        @Nullable String reviewedBy,
        @Nullable LocalDate objectionsUntil) {

    /**
     * What a campaign is to judge.
     *
     * @param scheme that its scores are meant for; null for none
     * @param questionSet of its survey; null without one
     */
    public record Plan(
            String name,
            CampaignLevel level,
            LocalDate from,
            LocalDate to,
            @Nullable SchemeId scheme,
            @Nullable UUID questionSet,
            List<CampaignComponent> components,
            List<Subject> subjects) {

        public Plan {
            components = List.copyOf(components);
            subjects = List.copyOf(subjects);
        }

        /** Whether its scores are the answers of the people served, or what others judged as well. */
        DataSource origin() {
            return components.stream().allMatch(one -> one.kind() == ComponentKind.SURVEY)
                    ? DataSource.SURVEY
                    : DataSource.CAMPAIGN;
        }

        Plan about(List<Subject> others) {
            return new Plan(name, level, from, to, scheme, questionSet, components, others);
        }

        boolean has(ComponentKind kind) {
            return components.stream().anyMatch(one -> one.kind() == kind);
        }
    }

    static Campaign drafted(UUID association, Plan plan, String author, Instant now) {
        return new Campaign(
                Ids.next(),
                association,
                1,
                CampaignRule.checked(plan),
                CampaignStatus.DRAFT,
                null,
                0,
                author,
                now,
                null,
                null,
                null);
    }

    Campaign revised(Plan changed) {
        require(CampaignStatus.DRAFT);
        return next(CampaignRule.checked(changed), CampaignStatus.DRAFT, null, edition, null, null, null);
    }

    /** From now on people judge. */
    Campaign opened(CampaignRules inForce) {
        require(CampaignStatus.DRAFT);
        return next(plan, CampaignStatus.OPEN, inForce, edition, null, null, null);
    }

    /** Its people may be named while nothing is scored. */
    Campaign staffed() {
        require(CampaignStatus.DRAFT, CampaignStatus.OPEN);
        return next(plan, status, rules, edition, null, null, null);
    }

    /** Scored; what was scored before a review that failed is scored anew. */
    Campaign closed(String closer) {
        require(CampaignStatus.OPEN);
        return next(plan, CampaignStatus.CLOSED, rules, 1, closer, null, null);
    }

    Campaign reviewed(String reviewer, Set<String> raters) {
        requireReviewer(reviewer, raters);
        return next(plan, CampaignStatus.REVIEWED, rules, edition, closedBy, reviewer, null);
    }

    /** Opened again, as the review failed. */
    Campaign sentBack(String reviewer, Set<String> raters) {
        requireReviewer(reviewer, raters);
        return next(plan, CampaignStatus.OPEN, rules, edition, null, null, null);
    }

    Campaign published(LocalDate today) {
        require(CampaignStatus.REVIEWED);
        LocalDate until = today.plusDays(requireRules().daysToObject());
        return next(plan, CampaignStatus.PUBLISHED, rules, edition, closedBy, reviewedBy, until);
    }

    /** The next edition of the published results. */
    Campaign corrected() {
        require(CampaignStatus.PUBLISHED);
        return next(plan, status, rules, edition + 1, closedBy, reviewedBy, objectionsUntil);
    }

    /** Nobody can object any more; refused (409) while somebody can, or waits for an answer. */
    Campaign finalised(LocalDate today, long openObjections) {
        require(CampaignStatus.PUBLISHED);
        if (objectionsUntil != null && !today.isAfter(objectionsUntil)) {
            throw Refusal.conflict("campaign.objections-possible", objectionsUntil.toString());
        }
        if (openObjections > 0) {
            throw Refusal.conflict("campaign.objections-open", openObjections);
        }
        return next(plan, CampaignStatus.FINAL, rules, edition, closedBy, reviewedBy, objectionsUntil);
    }

    /** Whether those it is about may see what came of it. */
    public boolean isPublic() {
        return status == CampaignStatus.PUBLISHED || status == CampaignStatus.FINAL;
    }

    /** Whether there are results that somebody may see; not while people judge, be it for the second time. */
    public boolean hasResults() {
        return status != CampaignStatus.DRAFT && status != CampaignStatus.OPEN;
    }

    /** The subject with this code, if it is among those that are known here. */
    public Optional<Subject> subject(String code) {
        return plan.subjects().stream().filter(one -> one.code().equals(code)).findFirst();
    }

    CampaignRules requireRules() {
        if (rules == null) {
            throw Refusal.conflict("campaign.state", status.code(), CampaignStatus.OPEN.code());
        }
        return rules;
    }

    /** Refuses (409) any other state. */
    void require(CampaignStatus... expected) {
        if (!Arrays.asList(expected).contains(status)) {
            throw Refusal.conflict(
                    "campaign.state",
                    status.code(),
                    String.join(
                            ", ",
                            Arrays.stream(expected).map(CampaignStatus::code).toList()));
        }
    }

    private void requireReviewer(String reviewer, Set<String> raters) {
        require(CampaignStatus.CLOSED);
        if (reviewer.equals(createdBy) || reviewer.equals(closedBy)) {
            throw Refusal.forbidden("campaign.reviewer-is-maker", reviewer);
        }
        if (raters.contains(reviewer)) {
            throw Refusal.forbidden("campaign.reviewer-rated", reviewer);
        }
    }

    private Campaign next(
            Plan changed,
            CampaignStatus to,
            @Nullable CampaignRules by,
            int resulting,
            @Nullable String closer,
            @Nullable String reviewer,
            @Nullable LocalDate until) {
        return new Campaign(
                id,
                association,
                version + 1,
                changed,
                to,
                by,
                resulting,
                createdBy,
                createdAt,
                closer,
                reviewer,
                until);
    }
}
