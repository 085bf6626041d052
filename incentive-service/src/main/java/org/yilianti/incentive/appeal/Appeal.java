package org.yilianti.incentive.appeal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.incentive.payrun.PayRunId;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.problem.Refusal;

/**
 * An appeal; each verb guards its state (409) and gives the appeal's next version.
 *
 * @param indicator of the institution's evaluation; empty when the line itself is contested
 * @param due the day by which it is to be decided
 * @param reason of the decision; null while there is none
 */
public record Appeal(
        UUID id,
        UUID association,
        long version,
        PayRunId run,
        UUID statement,
        UUID member,
        String staffNo,
        UUID institution,
        String institutionCode,
        String indicator,
        String text,
        String evidence,
        AppealStatus status,
        String lodgedBy,
        Instant lodgedAt,
        LocalDate due,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String reason) {

    /** A new appeal; refused (409) when the days to lodge it are over. */
    static Appeal lodged(
            UUID association,
            Contested about,
            String text,
            String evidence,
            AppealPolicy policy,
            String author,
            Instant now,
            LocalDate today) {
        LocalDate last = policy.lastDay(about.noticed());
        if (today.isAfter(last)) {
            throw Refusal.conflict("appeal.too-late", about.noticed().toString(), last.toString());
        }
        return new Appeal(
                Ids.next(),
                association,
                1,
                about.run(),
                about.statement(),
                about.member(),
                about.staffNo(),
                about.institution(),
                about.institutionCode(),
                about.indicator(),
                text,
                evidence,
                AppealStatus.LODGED,
                author,
                now,
                policy.due(today),
                null,
                null,
                null);
    }

    /**
     * Decided with a reason.
     *
     * @param involved who had a part in what is contested
     * @throws Refusal 403 to who lodged it or is involved
     */
    Appeal decided(boolean upheld, String why, Set<String> involved, String decider, Instant now) {
        requireOpen();
        DeciderRule.check(this, involved, decider);
        return next(upheld ? AppealStatus.UPHELD : AppealStatus.REJECTED, decider, now, why);
    }

    /** Taken back by who lodged it. */
    Appeal withdrawn() {
        requireOpen();
        return next(AppealStatus.WITHDRAWN, null, null, null);
    }

    /** Whether it waits for a decision that should have been made. */
    public boolean overdue(LocalDate today) {
        return status == AppealStatus.LODGED && today.isAfter(due);
    }

    private void requireOpen() {
        if (status != AppealStatus.LODGED) {
            throw Refusal.conflict("appeal.decided", status.code());
        }
    }

    private Appeal next(AppealStatus to, @Nullable String decider, @Nullable Instant at, @Nullable String why) {
        return new Appeal(
                id,
                association,
                version + 1,
                run,
                statement,
                member,
                staffNo,
                institution,
                institutionCode,
                indicator,
                text,
                evidence,
                to,
                lodgedBy,
                lodgedAt,
                due,
                decider,
                at,
                why);
    }
}
