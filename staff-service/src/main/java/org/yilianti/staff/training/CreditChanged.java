package org.yilianti.staff.training;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Credits changed: their whole public state; the schema is {@code contracts/events/staff.training-credit-changed.v1}. */
record CreditChanged(
        UUID id,
        UUID associationId,
        long version,
        UUID memberId,
        UUID institutionId,
        String creditClass,
        BigDecimal credits,
        LocalDate earnedOn,
        String source,
        @Nullable UUID enrolmentId,
        boolean annulled) {

    static CreditChanged of(Credit credit) {
        return new CreditChanged(
                credit.id(),
                credit.association(),
                credit.version(),
                credit.member().value(),
                credit.institution().id().value(),
                credit.details().creditClass().code(),
                credit.details().credits(),
                credit.details().earnedOn(),
                credit.details().source(),
                credit.enrolment(),
                credit.annulled() != null);
    }
}
