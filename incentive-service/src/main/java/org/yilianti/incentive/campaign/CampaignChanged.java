package org.yilianti.incentive.campaign;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** State event {@code incentive.evaluation-campaign-changed.v1}: a campaign after a step, without anybody's scores. */
record CampaignChanged(
        UUID id,
        UUID associationId,
        long version,
        String name,
        String level,
        LocalDate periodFrom,
        LocalDate periodTo,
        String status,
        int edition,
        @Nullable LocalDate objectionsUntil) {

    static final String TOPIC = "incentive.evaluation-campaigns";
    static final String TYPE = "incentive.evaluation-campaign-changed.v1";

    static CampaignChanged of(Campaign one) {
        return new CampaignChanged(
                one.id(),
                one.association(),
                one.version(),
                one.plan().name(),
                one.plan().level().code(),
                one.plan().from(),
                one.plan().to(),
                one.status().code(),
                one.edition(),
                one.objectionsUntil());
    }
}
