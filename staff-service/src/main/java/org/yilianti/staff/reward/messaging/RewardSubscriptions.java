package org.yilianti.staff.reward.messaging;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yilianti.platform.inbox.Received;
import org.yilianti.platform.inbox.Subscription;
import org.yilianti.staff.reward.HeardReward;
import org.yilianti.staff.reward.RewardManagement;

/** Hears of rewards and punishments that take effect or are revoked. */
@Configuration(proxyBeanMethods = false)
class RewardSubscriptions {

    private static final String EFFECTIVE = "effective";
    private static final List<String> HEARD = List.of(EFFECTIVE, "revoked");

    /** What is read of {@code incentive.reward-changed.v1}; all states before it takes effect concern nobody here. */
    record RewardView(
            UUID id,
            UUID associationId,
            String kind,
            String measure,
            String basis,
            UUID institutionId,
            @Nullable UUID memberId,
            String status,
            @Nullable Instant effectiveAt) {

        static HeardReward reward(Received<RewardView> event) {
            RewardView body = event.body();
            return new HeardReward(
                    body.id,
                    body.associationId,
                    body.institutionId,
                    body.memberId,
                    body.kind,
                    body.measure,
                    body.basis,
                    Objects.requireNonNullElse(body.effectiveAt, event.occurredAt()),
                    body.status.equals(EFFECTIVE));
        }
    }

    @Bean
    Subscription<RewardView> rewardNews(RewardManagement rewards) {
        return new Subscription<>(
                "incentive.rewards",
                "incentive.reward-changed.v1",
                RewardView.class,
                events -> rewards.heard(events.stream()
                        .filter(event -> HEARD.contains(event.body().status()))
                        .map(RewardView::reward)
                        .toList()));
    }
}
