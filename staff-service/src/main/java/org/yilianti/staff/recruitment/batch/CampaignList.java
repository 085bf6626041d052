package org.yilianti.staff.recruitment.batch;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.staff.bulk.LeavingList;
import org.yilianti.staff.bulk.Template;
import org.yilianti.staff.entry.Coded;
import org.yilianti.staff.recruitment.Campaign;
import org.yilianti.staff.recruitment.ExamRules;
import org.yilianti.staff.recruitment.Progress;

/**
 * {@code recruitment-campaigns.v1}: for export only, by last day of applications; each is drafted with its rules by form and published by a
 * second person. What it offers is the list {@code recruitment-positions}.
 */
@Component
class CampaignList implements LeavingList {

    private static final Template TEMPLATE = Template.of("recruitment-campaigns")
            .columns("campaign_id", "institution_code", "title", "apply_from", "apply_until", "starts_on")
            .columns("paper_weight", "paper_minimum", "interview_weight", "interview_minimum", "preference_cap")
            .columns("grounds", "tie_rules")
            .choice("state", Campaign.State.class)
            .columns("round", "recorded_by", "published_by", "ranked_by", "approved_by")
            .columns("notice_from", "notice_to", "ended_on", "reason");

    private final CampaignPages campaigns;

    CampaignList(CampaignPages campaigns) {
        this.campaigns = campaigns;
    }

    @Override
    public Template template() {
        return TEMPLATE;
    }

    /** Those that are held within scope or have a position there. */
    @Override
    public void export(Export export, Consumer<List<@Nullable String>> rows) {
        campaigns.forEach(export, page -> page.forEach(campaign -> rows.accept(cells(campaign))));
    }

    private static List<@Nullable String> cells(Campaign campaign) {
        Campaign.Details details = campaign.details();
        ExamRules rules = campaign.rules();
        Progress progress = campaign.progress();
        Optional<DatePeriod> notice = Optional.ofNullable(progress.notice());
        return Arrays.asList(
                campaign.id().toString(),
                campaign.institution().code(),
                details.title(),
                details.applyFrom().toString(),
                details.applyUntil().toString(),
                details.startsOn().toString(),
                rules.paper().weight().toPlainString(),
                rules.paper().minimum().toPlainString(),
                rules.interview().weight().toPlainString(),
                rules.interview().minimum().toPlainString(),
                rules.preferenceCap().toPlainString(),
                grounds(rules),
                rules.tieRules().stream().map(Coded::code).collect(Collectors.joining(";")),
                progress.state().code(),
                Integer.toString(progress.round()),
                campaign.recorded().by(),
                by(progress.published()),
                by(progress.ranked()),
                by(progress.approved()),
                notice.map(days -> days.from().toString()).orElse(null),
                notice.map(days -> Objects.toString(days.to(), null)).orElse(null),
                Objects.toString(progress.endedOn(), null),
                progress.reason());
    }

    /** Such as {@code rural:5.00;graduate:2.50}. */
    private static String grounds(ExamRules rules) {
        return rules.grounds().stream()
                .map(ground -> ground.code() + ":" + ground.points().toPlainString())
                .collect(Collectors.joining(";"));
    }

    private static @Nullable String by(Progress.@Nullable Step step) {
        return step == null ? null : step.by();
    }
}
