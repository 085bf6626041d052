package org.yilianti.staff.team.batch;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yilianti.staff.bulk.RegistryList;
import org.yilianti.staff.bulk.Template;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.entry.Taken;
import org.yilianti.staff.listing.SortOrder;
import org.yilianti.staff.listing.WholeList;
import org.yilianti.staff.team.Drill;
import org.yilianti.staff.team.DrillIntake;
import org.yilianti.staff.team.DrillRepository;
import org.yilianti.staff.team.EmergencyTeam;
import org.yilianti.staff.team.TeamRepository;

/** {@code emergency-drills.v1}: drills of standing teams of institutions in scope, each with all who were called and how soon they came. */
@Component
class DrillList implements RegistryList {

    private static final Template TEMPLATE = Template.of("emergency-drills")
            .columns("institution_code", "team", "held_on", "subject")
            .key()
            .columns("arrivals");
    private static final SortOrder BY_DAY = SortOrder.of(null, Map.of("heldOn", "d.held_on"), "heldOn", "d.id");

    private final DrillIntake intake;
    private final DrillRepository drills;
    private final TeamRepository teams;

    DrillList(DrillIntake intake, DrillRepository drills, TeamRepository teams) {
        this.intake = intake;
        this.drills = drills;
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
                page -> drills.list(export.association(), export.scope(), null, BY_DAY, page),
                row -> SortOrder.cursor(row.heldOn(), row.id()),
                page -> rows(export, page, rows));
    }

    private void rows(Export export, List<Drill> page, Consumer<List<@Nullable String>> rows) {
        Map<UUID, String> cells = intake.cells(export.association(), page);
        Map<UUID, EmergencyTeam> byId = teams
                .of(page.stream().map(Drill::team).distinct().toList())
                .stream()
                .collect(Collectors.toMap(EmergencyTeam::id, Function.identity()));
        for (Drill drill : page) {
            EmergencyTeam team = byId.get(drill.team());
            if (team != null && team.dissolution() == null) { // another team may bear the name of a dissolved one
                rows.accept(Arrays.asList(
                        drill.institution().code(),
                        team.details().name(),
                        drill.heldOn().toString(),
                        drill.subject(),
                        cells.get(drill.id())));
            }
        }
    }
}
