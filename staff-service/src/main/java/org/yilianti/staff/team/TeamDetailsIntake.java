package org.yilianti.staff.team;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yilianti.platform.policy.Policies;
import org.yilianti.platform.policy.PolicyTimeline;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.entry.Taken;
import org.yilianti.staff.institution.InstitutionDirectory;
import org.yilianti.staff.institution.InstitutionRef;
import org.yilianti.staff.institution.Places;
import org.yilianti.staff.team.EmergencyTeam.Details;

/**
 * Takes teams from a file, a batch at a time in the import's transaction: sets up new ones and says anew what known ones are for. The next
 * term is a second person's decision, and a team is dissolved by form.
 */
@Component
public class TeamDetailsIntake {

    private final TeamRepository teams;
    private final TeamMemberRepository services;
    private final TeamWriter writer;
    private final InstitutionDirectory institutions;
    private final Policies policies;
    private final Clock clock;

    TeamDetailsIntake(
            TeamRepository teams,
            TeamMemberRepository services,
            TeamWriter writer,
            InstitutionDirectory institutions,
            Policies policies,
            Clock clock) {
        this.teams = teams;
        this.services = services;
        this.writer = writer;
        this.institutions = institutions;
        this.policies = policies;
        this.clock = clock;
    }

    private record Name(InstitutionRef institution, String name) {}

    public Taken take(Editor editor, List<Entry> entries) {
        Places places = institutions.named(editor, entries, "institutionCode");
        PolicyTimeline<TeamRules> rules = policies.timeline(editor.association(), TeamRules.class, clock.instant());
        Map<Name, EmergencyTeam> known = new HashMap<>();
        teams.lockNamed(
                        editor.association(),
                        editor.scope(),
                        entries.stream().map(entry -> entry.key("name")).toList())
                .forEach(team ->
                        known.put(new Name(team.institution(), team.details().name()), team));
        TeamBatch batch = new TeamBatch(
                editor,
                services.serving(known.values().stream().map(EmergencyTeam::id).toList()));
        Taken taken = Taken.NOTHING;
        for (Entry entry : entries) {
            Optional<InstitutionRef> place = places.own(entry, "institutionCode");
            Details details = TeamSheet.details(entry);
            LocalDate from = entry.date("termFrom");
            if (!entry.faulty() && place.isPresent()) {
                EmergencyTeam before = known.get(new Name(place.get(), details.name()));
                taken = taken.plus(
                        before == null
                                ? setUp(editor, batch, place.get(), details, from, rules.on(from))
                                : revised(entry, batch, before, details, from));
            }
        }
        writer.write(batch);
        return taken;
    }

    private Taken setUp(
            Editor editor, TeamBatch batch, InstitutionRef place, Details details, LocalDate from, TeamRules rules) {
        batch.setUp(EmergencyTeam.setUp(
                editor.association(),
                place,
                details,
                new DatePeriod(from, from.plusYears(rules.termYears())),
                clock.instant(),
                editor.name()));
        return new Taken(1, 0, 0);
    }

    private static Taken revised(Entry entry, TeamBatch batch, EmergencyTeam before, Details details, LocalDate from) {
        if (!before.term().from().equals(from)) {
            entry.fault("termFrom", "team-term", before.term().from());
            return Taken.NOTHING;
        }
        EmergencyTeam revised = before.revised(details);
        if (revised.version() == before.version()) {
            return new Taken(0, 0, 1);
        }
        batch.changed("team.revised", revised, revised);
        return new Taken(0, 1, 0);
    }
}
