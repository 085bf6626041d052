package org.yilianti.staff.training.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.staff.training.Enrolment;
import org.yilianti.staff.training.Enrolment.Result;
import org.yilianti.staff.training.Enrolment.Standing;
import org.yilianti.staff.training.SelectionRules.Point;

/**
 * An enrolment as it is shown.
 *
 * @param points how the score came about
 * @param note why somebody waits in spite of the rank
 */
record EnrolmentView(
        UUID id,
        long version,
        UUID sessionId,
        UUID memberId,
        String institutionCode,
        int priority,
        String state,
        @Nullable Integer rank,
        @Nullable BigDecimal score,
        @Nullable List<Point> points,
        @Nullable String note,
        long costFen,
        @Nullable Integer attendedPercent,
        @Nullable String resultNote,
        Instant appliedAt,
        String appliedBy,
        @Nullable Instant recordedAt,
        @Nullable String recordedBy) {

    static EnrolmentView of(Enrolment enrolment) {
        Optional<Standing> standing = Optional.ofNullable(enrolment.standing());
        Optional<Result> result = Optional.ofNullable(enrolment.result());
        return new EnrolmentView(
                enrolment.id(),
                enrolment.version(),
                enrolment.session(),
                enrolment.member().value(),
                enrolment.institution().code(),
                enrolment.priority(),
                enrolment.state().code(),
                standing.map(Standing::rank).orElse(null),
                standing.map(Standing::score).orElse(null),
                standing.map(Standing::points).orElse(null),
                standing.map(Standing::note).orElse(null),
                enrolment.cost().fen(),
                result.map(Result::attendedPercent).orElse(null),
                result.map(Result::note).orElse(null),
                enrolment.appliedAt(),
                enrolment.appliedBy(),
                result.map(Result::at).orElse(null),
                result.map(Result::by).orElse(null));
    }
}
