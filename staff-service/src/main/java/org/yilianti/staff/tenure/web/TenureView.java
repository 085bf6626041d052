package org.yilianti.staff.tenure.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.staff.reward.Reward;
import org.yilianti.staff.tenure.Targets.Target;
import org.yilianti.staff.tenure.Tenure;
import org.yilianti.staff.tenure.Tenure.Agreement;
import org.yilianti.staff.tenure.Tenure.Ending;
import org.yilianti.staff.tenure.TenureResult;
import org.yilianti.staff.tenure.TenureResult.Confirmation;

/**
 * A tenure as it is shown.
 *
 * @param results null in lists
 * @param rewards and punishments of the director or the institution within the term; null in lists
 */
record TenureView(
        UUID id,
        long version,
        UUID memberId,
        String institutionCode,
        String post,
        LocalDate termFrom,
        @Nullable LocalDate termTo,
        String method,
        LocalDate announcedOn,
        int candidates,
        LocalDate noticeFrom,
        @Nullable LocalDate noticeTo,
        List<Target> targets,
        Instant recordedAt,
        String recordedBy,
        @Nullable String agreedBy,
        @Nullable LocalDate endedOn,
        @Nullable String endingReason,
        @Nullable List<ResultView> results,
        @Nullable List<Reward> rewards) {

    /** A result; year 0 is the whole term. */
    record ResultView(
            int year,
            Map<String, BigDecimal> reached,
            BigDecimal score,
            String grade,
            String recordedBy,
            @Nullable String confirmedBy) {

        static ResultView of(TenureResult result) {
            Confirmation confirmation = result.confirmation();
            return new ResultView(
                    result.year(),
                    result.reached(),
                    result.score(),
                    result.grade().code(),
                    result.recordedBy(),
                    confirmation == null ? null : confirmation.by());
        }
    }

    static TenureView of(Tenure tenure, @Nullable List<TenureResult> results, @Nullable List<Reward> rewards) {
        Tenure.Selection selection = tenure.selection();
        return new TenureView(
                tenure.id(),
                tenure.version(),
                tenure.member().value(),
                tenure.institution().code(),
                tenure.post(),
                tenure.term().from(),
                tenure.term().to(),
                selection.method().code(),
                selection.announcedOn(),
                selection.candidates(),
                selection.notice().from(),
                selection.notice().to(),
                tenure.targets().items(),
                tenure.recordedAt(),
                tenure.recordedBy(),
                Optional.ofNullable(tenure.agreement()).map(Agreement::by).orElse(null),
                Optional.ofNullable(tenure.ending()).map(Ending::on).orElse(null),
                Optional.ofNullable(tenure.ending()).map(Ending::reason).orElse(null),
                results == null ? null : results.stream().map(ResultView::of).toList(),
                rewards);
    }
}
