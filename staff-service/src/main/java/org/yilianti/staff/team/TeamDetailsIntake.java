package org.yilianti.staff.team;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yilianti.platform.policy.Policies;
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
    private final TeamAnnouncements announcements;
    private final InstitutionDirectory institutions;
    private final Policies policies;
    private final Clock clock;

    TeamDetailsIntake(
            TeamRepository teams,
            TeamAnnouncements announcements,
            InstitutionDirectory institutions,
            Policies policies,
            Clock clock) {
        this.teams = teams;
        this.announcements = announcements;
        this.institutions = institutions;
        this.policies = policies;
        this.clock = clock;
    }

    private record Name(InstitutionRef institution, String name) {}

    public Taken take(Editor editor, List<Entry> entries) {
        Places places = institutions.named(editor, entries, "institutionCode");
        Map<Name, EmergencyTeam> known = new HashMap<>();
        teams.lockNamed(
                        editor.association(),
                        entries.stream().map(entry -> entry.key("name")).toList())
                .forEach(team ->
                        known.put(new Name(team.institution(), team.details().name()), team));
        Taken taken = Taken.NOTHING;
        for (Entry entry : entries) {
            Optional<InstitutionRef> place = places.own(entry, "institutionCode");
            Details details = TeamSheet.details(entry);
            LocalDate from = entry.date("termFrom");
            if (!entry.faulty() && place.isPresent()) {
                EmergencyTeam before = known.get(new Name(place.get(), details.name()));
                taken = taken.plus(
                        before == null
                                ? setUp(editor, place.get(), details, from)
                                : revised(editor, entry, before, details, from));
            }
        }
        return taken;
    }

    private Taken setUp(Editor editor, InstitutionRef place, Details details, LocalDate from) {
        int years = TeamPolicies.on(policies, editor.association(), from).termYears();
        EmergencyTeam team = EmergencyTeam.setUp(
                editor.association(),
                place,
                details,
                new DatePeriod(from, from.plusYears(years)),
                clock.instant(),
                editor.name());
        teams.insert(team);
        announcements.changed(editor, "team.set-up", team, team);
        return new Taken(1, 0, 0);
    }

    private Taken revised(Editor editor, Entry entry, EmergencyTeam before, Details details, LocalDate from) {
        if (!before.term().from().equals(from)) {
            entry.fault("termFrom", "team-term", before.term().from());
            return Taken.NOTHING;
        }
        EmergencyTeam revised = before.revised(details);
        if (revised.version() == before.version()) {
            return new Taken(0, 0, 1);
        }
        teams.update(revised);
        announcements.changed(editor, "team.revised", revised, revised);
        return new Taken(0, 1, 0);
    }
}
