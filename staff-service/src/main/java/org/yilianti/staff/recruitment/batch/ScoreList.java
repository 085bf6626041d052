package org.yilianti.staff.recruitment.batch;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yilianti.platform.access.Role;
import org.yilianti.staff.bulk.RegistryList;
import org.yilianti.staff.bulk.Template;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.entry.Taken;
import org.yilianti.staff.listing.SortOrder;
import org.yilianti.staff.listing.WholeList;
import org.yilianti.staff.recruitment.Application;
import org.yilianti.staff.recruitment.Campaign;
import org.yilianti.staff.recruitment.ExamPart;
import org.yilianti.staff.recruitment.ScoreDirectory;
import org.yilianti.staff.recruitment.ScoreIntake;

/**
 * {@code recruitment-scores.v1}: what candidates reached in campaigns that are held within scope. It names nobody: whoever marks knows
 * numbers only. While a campaign is open for scores, the sheet has a row for each that is still missing, to be filled in.
 */
@Component
class ScoreList implements RegistryList {

    private static final Template TEMPLATE = Template.of("recruitment-scores")
            .columns("campaign_id", "external_id")
            .choice("part", ExamPart.class)
            .key()
            .columns("score");
    private static final SortOrder BY_NUMBER =
            SortOrder.of(null, Map.of("externalId", "a.external_id"), "externalId", "a.id");

    private final ScoreIntake intake;
    private final CampaignPages campaigns;
    private final ScoreDirectory scores;

    ScoreList(ScoreIntake intake, CampaignPages campaigns, ScoreDirectory scores) {
        this.intake = intake;
        this.campaigns = campaigns;
        this.scores = scores;
    }

    @Override
    public Template template() {
        return TEMPLATE;
    }

    @Override
    public Set<Role> importers() {
        return Set.of(Role.HR_OFFICER, Role.EVALUATOR);
    }

    @Override
    public Taken take(Editor editor, List<Entry> entries) {
        return intake.take(editor, entries);
    }

    @Override
    public void export(Export export, Consumer<List<@Nullable String>> rows) {
        campaigns.forEach(export, page -> page.stream()
                .filter(campaign ->
                        export.scope().permits(campaign.institution().code()))
                .forEach(campaign -> WholeList.forEach(
                        part -> scores.list(campaign.id(), BY_NUMBER, part),
                        line -> SortOrder.cursor(line.externalId(), line.application()),
                        part -> rows(campaign, part, rows))));
    }

    private static void rows(
            Campaign campaign, List<ScoreDirectory.Line> lines, Consumer<List<@Nullable String>> rows) {
        boolean open = campaign.progress().state() == Campaign.State.PUBLISHED;
        for (ScoreDirectory.Line line : lines) {
            boolean awaited = open && line.state() == Application.State.ELIGIBLE;
            for (ExamPart part : ExamPart.values()) {
                var score = line.scores().of(part);
                if (score != null || (awaited && campaign.rules().holds(part))) {
                    rows.accept(Arrays.asList(
                            campaign.id().toString(), line.externalId(), part.code(), Objects.toString(score, null)));
                }
            }
        }
    }
}
