package org.yilianti.incentive.reward;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** State event {@code incentive.reward-changed.v1}: a case after a change, without grounds and amount. */
record RewardChanged(
        UUID id,
        UUID associationId,
        long version,
        String kind,
        String measure,
        String basis,
        UUID institutionId,
        @Nullable UUID memberId,
        String status,
        @Nullable Instant effectiveAt) {

    static final String TOPIC = "incentive.rewards";
    static final String TYPE = "incentive.reward-changed.v1";

    static RewardChanged of(RewardCase one) {
        RewardCase.Effect effect = one.effect();
        return new RewardChanged(
                one.id(),
                one.association(),
                one.version(),
                one.measure().kind().code(),
                one.measure().code(),
                one.grounds().basis().code(),
                one.subject().institution(),
                one.subject().member(),
                one.status().code(),
                effect == null ? null : effect.at());
    }
}
