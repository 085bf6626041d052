package org.yilianti.incentive.appropriation;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.money.Money;
import org.yilianti.platform.problem.Refusal;

/**
 * Money from a source for some purposes; each verb guards its state (409) and gives the next version.
 *
 * @param perHead rate for everybody of the catchments; zero for a lump sum
 * @param catchments none for a lump sum
 * @param allotted what of the amount is allotted, without what was withheld again
 * @param receivedBy who confirmed that it came in, never who announced it; null until then
 */
public record Appropriation(
        UUID id,
        UUID association,
        long version,
        String name,
        String source,
        AppropriationKind kind,
        YearMonth month,
        Money perHead,
        List<Catchment> catchments,
        List<Purpose> purposes,
        Money amount,
        Money allotted,
        String announcedBy,
        Instant announcedAt,
        @Nullable String receivedBy,
        @Nullable Instant receivedAt) {

    static final long MOST_FEN = 9_999_999_999_999L;

    public Appropriation {
        catchments = List.copyOf(catchments);
        purposes = List.copyOf(purposes);
    }

    /** An amount for everybody in the catchments; refuses (422) when nobody lives there, or it is more than can be booked. */
    static Money perHead(Money rate, List<Catchment> catchments) {
        long people = catchments.stream().mapToLong(Catchment::population).sum();
        if (people == 0) {
            throw Refusal.invalid("appropriation.nobody-there").at("/institutionIds");
        }
        if (rate.fen() > MOST_FEN / people) {
            throw Refusal.invalid("appropriation.too-much", rate.toString(), people)
                    .at("/perHeadFen");
        }
        return Money.ofFen(rate.fen() * people);
    }

    static Appropriation announced(
            UUID association,
            String name,
            String source,
            YearMonth month,
            Money perHead,
            List<Catchment> catchments,
            List<Purpose> purposes,
            Money amount,
            String author,
            Instant now) {
        return new Appropriation(
                Ids.next(),
                association,
                1,
                name,
                source,
                catchments.isEmpty() ? AppropriationKind.LUMP_SUM : AppropriationKind.PER_HEAD,
                month,
                perHead,
                catchments,
                purposes,
                amount,
                Money.ZERO,
                author,
                now,
                null,
                null);
    }

    /** It came in; refused (403) to who announced it. */
    Appropriation received(String confirmer, Instant now) {
        if (receivedBy != null) {
            throw Refusal.conflict("appropriation.received", name);
        }
        if (confirmer.equals(announcedBy)) {
            throw Refusal.forbidden("appropriation.same-person", confirmer);
        }
        return with(allotted, confirmer, now);
    }

    /** With more allotted, which refuses (409) what is not there; or less, when some was withheld. */
    Appropriation allotting(Money more) {
        Money next = allotted.plus(more);
        if (receivedBy == null) {
            throw Refusal.conflict("appropriation.not-received", name);
        }
        if (next.compareTo(amount) > 0) {
            throw Refusal.conflict(
                    "appropriation.not-enough",
                    more.toString(),
                    amount.minus(allotted).toString());
        }
        return with(next, receivedBy, receivedAt);
    }

    /** The purpose; refuses (422) one that the money is not for. */
    Purpose purpose(String code) {
        return purposes.stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid(
                                "appropriation.purpose-unknown",
                                code,
                                String.join(
                                        ", ",
                                        purposes.stream().map(Purpose::code).toList()))
                        .at("/purpose"));
    }

    /** The same with what is kept in other tables. */
    Appropriation completed(List<Catchment> areas, List<Purpose> uses) {
        return new Appropriation(
                id,
                association,
                version,
                name,
                source,
                kind,
                month,
                perHead,
                areas,
                uses,
                amount,
                allotted,
                announcedBy,
                announcedAt,
                receivedBy,
                receivedAt);
    }

    private Appropriation with(Money nowAllotted, @Nullable String receiver, @Nullable Instant at) {
        return new Appropriation(
                id,
                association,
                version + 1,
                name,
                source,
                kind,
                month,
                perHead,
                catchments,
                purposes,
                amount,
                nowAllotted,
                announcedBy,
                announcedAt,
                receiver,
                at);
    }
}
