package org.yilianti.incentive.campaign;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.problem.Refusal;

/**
 * An objection against what a component said of a subject, as it was published.
 *
 * @param edition that it is about
 * @param due the day by which it is to be decided
 * @param decidedBy another person than who lodged it; null while it is undecided
 * @param rightScore of the component, where it is upheld
 */
public record CampaignObjection(
        UUID id,
        UUID association,
        long version,
        UUID campaign,
        int edition,
        String subject,
        String institutionCode,
        ComponentKind component,
        String text,
        String evidence,
        ObjectionStatus status,
        String lodgedBy,
        Instant lodgedAt,
        LocalDate due,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String reason,
        @Nullable BigDecimal rightScore) {

    /** What somebody holds against a score. */
    public record Claim(String subject, ComponentKind component, String text, String evidence) {}

    /** A new objection; refused (409) when nothing is published or the days for it are over. */
    static CampaignObjection lodged(
            Campaign against, Subject about, Claim claim, String author, Instant now, LocalDate today) {
        against.require(CampaignStatus.PUBLISHED);
        LocalDate until = against.objectionsUntil();
        if (until == null || today.isAfter(until)) {
            throw Refusal.conflict("campaign.objection-too-late", String.valueOf(until));
        }
        if (!against.plan().has(claim.component())) {
            throw Refusal.invalid(
                            "campaign.component-unknown", claim.component().code())
                    .at("/component");
        }
        return new CampaignObjection(
                Ids.next(),
                against.association(),
                1,
                against.id(),
                against.edition(),
                about.code(),
                about.institutionCode(),
                claim.component(),
                claim.text(),
                claim.evidence(),
                ObjectionStatus.LODGED,
                author,
                now,
                today.plusDays(against.requireRules().daysToDecide()),
                null,
                null,
                null,
                null);
    }

    /**
     * Decided, once.
     *
     * @param right score of the component if it is upheld; null otherwise
     * @param raters who judged the subject
     * @throws Refusal 409 when it is decided already; 403 to whom an {@link ObjectionDeciderRule} excludes
     */
    CampaignObjection decided(
            Campaign campaign,
            Set<String> raters,
            @Nullable BigDecimal right,
            String why,
            String decider,
            Instant now) {
        if (status != ObjectionStatus.LODGED) {
            throw Refusal.conflict("campaign.objection-decided", status.code());
        }
        ObjectionDeciderRule.check(this, campaign, raters, decider);
        return new CampaignObjection(
                id,
                association,
                version + 1,
                this.campaign,
                edition,
                subject,
                institutionCode,
                component,
                text,
                evidence,
                right == null ? ObjectionStatus.REJECTED : ObjectionStatus.UPHELD,
                lodgedBy,
                lodgedAt,
                due,
                decider,
                now,
                why,
                right);
    }
}
