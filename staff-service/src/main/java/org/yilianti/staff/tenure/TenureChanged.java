package org.yilianti.staff.tenure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.yilianti.platform.outbox.OutboxEvent;

/** A tenure changed: its whole public state; the schema is {@code contracts/events/staff.director-tenure-changed.v1}. */
record TenureChanged(
        UUID id,
        UUID associationId,
        long version,
        UUID institutionId,
        UUID memberId,
        String post,
        LocalDate termFrom,
        LocalDate termTo,
        boolean agreed,
        List<Result> results) {

    /** A confirmed result; year 0 is the whole term. */
    record Result(int year, BigDecimal score, String grade) {}

    /** @param results of the tenure, years first */
    static OutboxEvent announcement(Tenure tenure, List<TenureResult> results) {
        return OutboxEvent.state(
                "staff.director-tenures",
                "staff.director-tenure-changed.v1",
                tenure.association(),
                tenure.id(),
                tenure.version(),
                of(tenure, results));
    }

    private static TenureChanged of(Tenure tenure, List<TenureResult> results) {
        return new TenureChanged(
                tenure.id(),
                tenure.association(),
                tenure.version(),
                tenure.institution().id().value(),
                tenure.member().value(),
                tenure.post(),
                tenure.term().from(),
                tenure.over(),
                tenure.agreement() != null,
                results.stream()
                        .filter(result -> result.confirmation() != null)
                        .map(result -> new Result(
                                result.year(), result.score(), result.grade().code()))
                        .toList());
    }
}
