package org.yilianti.incentive.campaign;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.problem.Refusal;

/**
 * Somebody's judgement of a subject, assigned first and given then.
 *
 * @param rater the account that gives it
 * @param raterStaffNo of a rater who is a member of staff; null of others
 * @param sector that the rater speaks for; empty unless it is one
 * @param score 0 to 100 with at most two decimals; null until it is given
 */
public record Rating(
        UUID id,
        UUID association,
        long version,
        UUID campaign,
        String subject,
        ComponentKind component,
        String rater,
        @Nullable String raterStaffNo,
        String sector,
        @Nullable BigDecimal score,
        @Nullable String remark,
        @Nullable Instant scoredAt) {

    private static final BigDecimal MOST = BigDecimal.valueOf(100);
    private static final int DECIMALS = 2;

    /** Who is to judge what. */
    public record Assignment(
            ComponentKind component,
            String subject,
            String rater,
            @Nullable String raterStaffNo,
            String sector) {}

    static Rating assigned(Campaign to, Assignment what) {
        if (!to.plan().has(what.component()) || what.component() == ComponentKind.SURVEY) {
            throw Refusal.invalid("campaign.no-raters-for", what.component().code());
        }
        if ((what.component() == ComponentKind.SECTOR) == what.sector().isEmpty()) {
            throw Refusal.invalid("campaign.sector-invalid", what.rater());
        }
        return new Rating(
                Ids.next(),
                to.association(),
                1,
                to.id(),
                what.subject(),
                what.component(),
                what.rater(),
                what.raterStaffNo(),
                what.sector(),
                null,
                null,
                null);
    }

    /** Given, or given anew while the campaign is open. */
    Rating given(BigDecimal points, @Nullable String why, Instant now) {
        if (points.signum() < 0
                || points.compareTo(MOST) > 0
                || points.stripTrailingZeros().scale() > DECIMALS) {
            throw Refusal.invalid("campaign.score-invalid", points.toPlainString())
                    .at("/score");
        }
        return new Rating(
                id,
                association,
                version + 1,
                campaign,
                subject,
                component,
                rater,
                raterStaffNo,
                sector,
                points,
                why,
                now);
    }

    /** What counts of a rating that was given. */
    Judgement.Given toGiven() {
        return new Judgement.Given(component, sector, Objects.requireNonNull(score));
    }
}
