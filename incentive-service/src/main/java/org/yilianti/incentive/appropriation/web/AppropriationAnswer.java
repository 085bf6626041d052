package org.yilianti.incentive.appropriation.web;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.incentive.appropriation.Appropriation;
import org.yilianti.incentive.appropriation.Catchment;
import org.yilianti.incentive.appropriation.Purpose;

/**
 * An appropriation as callers see it; of one per head, amountFen = perHeadFen × the people of all catchments.
 *
 * @param status announced or received
 */
record AppropriationAnswer(
        UUID id,
        long version,
        String name,
        String source,
        String kind,
        YearMonth month,
        String status,
        long perHeadFen,
        List<Catchment> catchments,
        List<Purpose> purposes,
        long amountFen,
        long allottedFen,
        long freeFen,
        String announcedBy,
        Instant announcedAt,
        @Nullable String receivedBy,
        @Nullable Instant receivedAt) {

    static AppropriationAnswer of(Appropriation one) {
        boolean received = one.receivedBy() != null;
        return new AppropriationAnswer(
                one.id(),
                one.version(),
                one.name(),
                one.source(),
                one.kind().code(),
                one.month(),
                received ? "received" : "announced",
                one.perHead().fen(),
                one.catchments(),
                one.purposes(),
                one.amount().fen(),
                one.allotted().fen(),
                received ? one.amount().minus(one.allotted()).fen() : 0,
                one.announcedBy(),
                one.announcedAt(),
                one.receivedBy(),
                one.receivedAt());
    }
}
