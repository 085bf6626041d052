package org.yilianti.staff.training;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.money.Money;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.staff.institution.InstitutionRef;

/**
 * What an institution may spend on training in a year.
 *
 * @param permits beyond the amount
 * @param committed by those who have places
 */
public record Budget(
        UUID id,
        UUID association,
        long version,
        InstitutionRef institution,
        int year,
        Money amount,
        List<Permit> permits,
        Money committed,
        Instant recordedAt,
        String recordedBy) {

    /** What may be spent beyond the amount, by whom and why. */
    public record Permit(UUID id, Money extra, String reason, Instant grantedAt, String grantedBy) {}

    static Budget recorded(
            UUID association, InstitutionRef institution, int year, Money amount, Instant at, String by) {
        return new Budget(Ids.next(), association, 1, institution, year, amount, List.of(), Money.ZERO, at, by);
    }

    /** The next version; refuses (409) less than is committed already; the same when it says nothing new. */
    Budget revised(Money changed, Instant at, String by) {
        Budget next = new Budget(id, association, version + 1, institution, year, changed, permits, committed, at, by);
        if (changed.compareTo(amount) < 0 && next.available().isNegative()) {
            throw Refusal.conflict("budget.committed", committed.toString()).at("/amountFen");
        }
        return changed.equals(amount) ? this : next;
    }

    /** The same with its permits, which are kept in another table. */
    Budget with(List<Permit> granted) {
        return new Budget(
                id, association, version, institution, year, amount, granted, committed, recordedAt, recordedBy);
    }

    /** More may be spent; refuses (403) who set the amount. */
    Permit permitted(Money extra, String reason, Instant at, String by) {
        if (recordedBy.equals(by)) {
            throw Refusal.forbidden("budget.own-budget");
        }
        return new Permit(Ids.next(), extra, reason, at, by);
    }

    /** What is left, permits included. */
    public Money available() {
        return amount.plus(Money.sum(permits.stream().map(Permit::extra).toList()))
                .minus(committed);
    }
}
