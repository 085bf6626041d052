package org.yilianti.staff.recruitment.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.staff.recruitment.Campaign;
import org.yilianti.staff.recruitment.ExamRules;
import org.yilianti.staff.recruitment.ExamRules.Ground;
import org.yilianti.staff.recruitment.Position;
import org.yilianti.staff.recruitment.Position.Reservation;
import org.yilianti.staff.recruitment.Progress;
import org.yilianti.staff.recruitment.Progress.Step;
import org.yilianti.staff.recruitment.Requirements;

/**
 * A campaign as it is shown.
 *
 * @param round of the ranking; 0 before the first
 * @param noticeTo first day after the public notice
 * @param reason why it was reopened or cancelled
 */
record CampaignView(
        UUID id,
        long version,
        String institutionCode,
        String title,
        LocalDate applyFrom,
        LocalDate applyUntil,
        LocalDate startsOn,
        BigDecimal paperWeight,
        BigDecimal paperMinimum,
        BigDecimal interviewWeight,
        BigDecimal interviewMinimum,
        BigDecimal preferenceCap,
        List<Ground> grounds,
        List<String> tieRules,
        List<PositionView> positions,
        String state,
        int round,
        String recordedBy,
        @Nullable String publishedBy,
        @Nullable String rankedBy,
        @Nullable String approvedBy,
        @Nullable LocalDate noticeFrom,
        @Nullable LocalDate noticeTo,
        @Nullable LocalDate endedOn,
        @Nullable String reason) {

    /** A position as it is shown. */
    record PositionView(
            UUID id,
            UUID authorisedPostId,
            String institutionCode,
            String name,
            int openings,
            Requirements requirements,
            List<Reservation> reservations,
            boolean releaseUnfilled) {

        static PositionView of(Position position) {
            Position.Terms terms = position.terms();
            return new PositionView(
                    position.id(),
                    position.authorisedPost(),
                    position.institution().code(),
                    terms.name(),
                    terms.openings(),
                    terms.requirements(),
                    terms.reservations(),
                    terms.releaseUnfilled());
        }
    }

    static CampaignView of(Campaign campaign) {
        ExamRules rules = campaign.rules();
        Progress progress = campaign.progress();
        Optional<DatePeriod> notice = Optional.ofNullable(progress.notice());
        return new CampaignView(
                campaign.id(),
                campaign.version(),
                campaign.institution().code(),
                campaign.details().title(),
                campaign.details().applyFrom(),
                campaign.details().applyUntil(),
                campaign.details().startsOn(),
                rules.paper().weight(),
                rules.paper().minimum(),
                rules.interview().weight(),
                rules.interview().minimum(),
                rules.preferenceCap(),
                rules.grounds(),
                rules.tieRules().stream().map(rule -> rule.code()).toList(),
                campaign.positions().stream().map(PositionView::of).toList(),
                progress.state().code(),
                progress.round(),
                campaign.recorded().by(),
                by(progress.published()),
                by(progress.ranked()),
                by(progress.approved()),
                notice.map(DatePeriod::from).orElse(null),
                notice.map(DatePeriod::to).orElse(null),
                progress.endedOn(),
                progress.reason());
    }

    private static @Nullable String by(@Nullable Step step) {
        return step == null ? null : step.by();
    }
}
