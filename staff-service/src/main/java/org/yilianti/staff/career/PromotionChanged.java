package org.yilianti.staff.career;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.outbox.OutboxEvent;

/** A promotion case changed: its whole public state; the schema is {@code contracts/events/staff.promotion-case-changed.v1}. */
record PromotionChanged(
        UUID id,
        UUID associationId,
        long version,
        UUID memberId,
        @Nullable UUID institutionId,
        String fromTitle,
        String toTitle,
        String state,
        @Nullable LocalDate effectiveOn) {

    static OutboxEvent announcement(PromotionCase promotion) {
        return OutboxEvent.state(
                "staff.promotion-cases",
                "staff.promotion-case-changed.v1",
                promotion.association(),
                promotion.id(),
                promotion.version(),
                of(promotion));
    }

    private static PromotionChanged of(PromotionCase promotion) {
        return new PromotionChanged(
                promotion.id(),
                promotion.association(),
                promotion.version(),
                promotion.member().value(),
                Optional.ofNullable(promotion.institution())
                        .map(institution -> institution.id().value())
                        .orElse(null),
                promotion.from().code(),
                promotion.to().code(),
                promotion.state().code(),
                promotion.effectiveOn());
    }
}
