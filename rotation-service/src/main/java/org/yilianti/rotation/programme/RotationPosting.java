package org.yilianti.rotation.programme;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.time.DatePeriod;

/**
 * Some months of one person at a host. Immutable: each verb checks who and when, and gives the changed one.
 *
 * @param days always end; after an early return they end on its day
 * @param agreedTo the end both sides approved, exclusive: the guaranteed day of return
 * @param consentedBy for the home institution
 * @param acceptedBy for the host institution
 */
public record RotationPosting(
        UUID id,
        UUID association,
        long version,
        UUID programmeId,
        UUID memberId,
        UUID homeInstitutionId,
        UUID hostInstitutionId,
        DatePeriod days,
        LocalDate agreedTo,
        PostingState state,
        String proposedBy,
        @Nullable String consentedBy,
        @Nullable String acceptedBy) {

    static RotationPosting proposed(
            RotationProgramme programme, UUID member, UUID home, UUID host, DatePeriod days, String by) {
        return new RotationPosting(
                Ids.next(),
                programme.association(),
                1,
                programme.id(),
                member,
                home,
                host,
                days,
                Objects.requireNonNull(days.to()),
                PostingState.PROPOSED,
                by,
                null,
                null);
    }

    /** The home institution lets the person go. */
    RotationPosting consent(String by) {
        require(PostingState.PROPOSED);
        if (consentedBy != null) {
            throw Refusal.conflict("posting.consented-already", consentedBy);
        }
        requireOther(by, acceptedBy);
        return with(acceptedBy == null ? PostingState.PROPOSED : PostingState.APPROVED, days, by, acceptedBy);
    }

    /** The host takes the person. */
    RotationPosting accept(String by) {
        require(PostingState.PROPOSED);
        if (acceptedBy != null) {
            throw Refusal.conflict("posting.accepted-already", acceptedBy);
        }
        requireOther(by, consentedBy);
        return with(consentedBy == null ? PostingState.PROPOSED : PostingState.APPROVED, days, consentedBy, by);
    }

    /** One side says no. */
    RotationPosting refuse(String by) {
        require(PostingState.PROPOSED);
        requireOther(by, null);
        return with(PostingState.REFUSED, days, consentedBy, acceptedBy);
    }

    /** Taken back before it began. */
    RotationPosting withdraw(LocalDate today) {
        if (state == PostingState.APPROVED && !today.isBefore(days.from())) {
            throw Refusal.conflict("posting.begun", days.from());
        }
        if (state != PostingState.APPROVED) {
            require(PostingState.PROPOSED);
        }
        return with(PostingState.WITHDRAWN, days, consentedBy, acceptedBy);
    }

    /** The host says that the person has come. */
    RotationPosting start(LocalDate today) {
        require(PostingState.APPROVED);
        if (today.isBefore(days.from())) {
            throw Refusal.conflict("posting.not-begun", days.from());
        }
        return with(PostingState.RUNNING, days, consentedBy, acceptedBy);
    }

    /** The person is back on {@code day}; never later than agreed. */
    RotationPosting returnOn(LocalDate day) {
        require(PostingState.RUNNING);
        if (day.isAfter(agreedTo) || !day.isAfter(days.from())) {
            throw Refusal.invalid("posting.return-day", day, days.from(), agreedTo)
                    .at("/day");
        }
        return with(PostingState.RETURNED, days.endedAt(day), consentedBy, acceptedBy);
    }

    /** Whether lawful practice follows it. */
    boolean effective() {
        return state == PostingState.APPROVED || state == PostingState.RUNNING || state == PostingState.RETURNED;
    }

    private void require(PostingState expected) {
        if (state != expected) {
            throw Refusal.conflict("posting.state", state.code(), expected.code());
        }
    }

    private void requireOther(String by, @Nullable String otherSide) {
        if (by.equals(proposedBy) || by.equals(otherSide)) {
            throw Refusal.forbidden("posting.four-eyes", by);
        }
    }

    private RotationPosting with(
            PostingState next, DatePeriod period, @Nullable String consented, @Nullable String accepted) {
        return new RotationPosting(
                id,
                association,
                version + 1,
                programmeId,
                memberId,
                homeInstitutionId,
                hostInstitutionId,
                period,
                agreedTo,
                next,
                proposedBy,
                consented,
                accepted);
    }
}
