package org.yilianti.staff.recruitment;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.outbox.OutboxEvent;
import org.yilianti.platform.time.DatePeriod;

/** A campaign changed, be it a draft: what is published of it; the schema is {@code contracts/events/staff.recruitment-campaign-changed.v1}. */
record CampaignChanged(
        UUID id,
        UUID associationId,
        long version,
        UUID institutionId,
        String title,
        LocalDate applyFrom,
        LocalDate applyUntil,
        LocalDate startsOn,
        String state,
        int round,
        @Nullable LocalDate noticeFrom,
        @Nullable LocalDate noticeTo,
        @Nullable LocalDate endedOn,
        List<Offered> positions) {

    /** What there is at an institution. */
    record Offered(UUID id, UUID authorisedPostId, UUID institutionId, String name, int openings) {

        private static Offered of(Position position) {
            return new Offered(
                    position.id(),
                    position.authorisedPost(),
                    position.institution().id().value(),
                    position.terms().name(),
                    position.terms().openings());
        }
    }

    static OutboxEvent of(Campaign campaign) {
        Campaign.Details details = campaign.details();
        Progress progress = campaign.progress();
        DatePeriod notice = progress.notice();
        return OutboxEvent.state(
                "staff.recruitment-campaigns",
                "staff.recruitment-campaign-changed.v1",
                campaign.association(),
                campaign.id(),
                campaign.version(),
                new CampaignChanged(
                        campaign.id(),
                        campaign.association(),
                        campaign.version(),
                        campaign.institution().id().value(),
                        details.title(),
                        details.applyFrom(),
                        details.applyUntil(),
                        details.startsOn(),
                        progress.state().code(),
                        progress.round(),
                        notice == null ? null : notice.from(),
                        notice == null ? null : notice.to(),
                        progress.endedOn(),
                        campaign.positions().stream().map(Offered::of).toList()));
    }
}
