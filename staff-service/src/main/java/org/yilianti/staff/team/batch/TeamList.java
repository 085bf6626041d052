package org.yilianti.staff.team.batch;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yilianti.staff.bulk.RegistryList;
import org.yilianti.staff.bulk.Template;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.entry.Taken;
import org.yilianti.staff.listing.SortOrder;
import org.yilianti.staff.listing.WholeList;
import org.yilianti.staff.team.EmergencyTeam;
import org.yilianti.staff.team.TeamDetailsIntake;
import org.yilianti.staff.team.TeamRepository;
import org.yilianti.staff.team.TeamSheet;

/** {@code emergency-teams.v1}: teams that stand, of institutions in scope, with what they are for and need; who serves is another list. */
@Component
class TeamList implements RegistryList {

    private static final Template TEMPLATE = Template.of("emergency-teams")
            .columns("institution_code", "name")
            .key()
            .columns("purpose", "needs", "term_from");
    private static final SortOrder BY_NAME = SortOrder.of(null, Map.of("name", "t.name"), "name", "t.id");
    private static final TeamRepository.Filter STANDING = new TeamRepository.Filter(null, null, false);

    private final TeamDetailsIntake intake;
    private final TeamRepository teams;

    TeamList(TeamDetailsIntake intake, TeamRepository teams) {
        this.intake = intake;
        this.teams = teams;
    }

    @Override
    public Template template() {
        return TEMPLATE;
    }

    @Override
    public Taken take(Editor editor, List<Entry> entries) {
        return intake.take(editor, entries);
    }

    @Override
    public void export(Export export, Consumer<List<@Nullable String>> rows) {
        WholeList.forEach(
                page -> teams.list(export.association(), export.scope(), STANDING, BY_NAME, page),
                team -> SortOrder.cursor(team.details().name(), team.id()),
                page -> page.forEach(team -> rows.accept(cells(team))));
    }

    private static List<@Nullable String> cells(EmergencyTeam team) {
        return Arrays.asList(
                team.institution().code(),
                team.details().name(),
                team.details().purpose(),
                TeamSheet.cell(team.details().needs()),
                team.term().from().toString());
    }
}
