package org.yilianti.staff.team;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.entry.Taken;
import org.yilianti.staff.institution.InstitutionDirectory;
import org.yilianti.staff.institution.InstitutionRef;
import org.yilianti.staff.institution.Places;
import org.yilianti.staff.member.MemberDirectory;
import org.yilianti.staff.member.MemberId;
import org.yilianti.staff.team.Drill.Arrival;

/**
 * Takes drills from a file, one with all who were called in a row, a batch at a time in the import's transaction; locks the teams in the
 * order of their ids. A drill that is known stays: what was seen is not told anew.
 */
@Component
public class DrillIntake {

    private final DrillBook book;
    private final DrillRepository drills;
    private final TeamRepository teams;
    private final TeamMemberRepository services;
    private final InstitutionDirectory institutions;
    private final MemberDirectory members;
    private final AssociationCalendar calendar;

    DrillIntake(
            DrillBook book,
            DrillRepository drills,
            TeamRepository teams,
            TeamMemberRepository services,
            InstitutionDirectory institutions,
            MemberDirectory members,
            AssociationCalendar calendar) {
        this.book = book;
        this.drills = drills;
        this.teams = teams;
        this.services = services;
        this.institutions = institutions;
        this.members = members;
        this.calendar = calendar;
    }

    private record Name(InstitutionRef institution, String name) {}

    private record Held(UUID team, LocalDate on, String subject) {}

    /** Drills that are known, as their cells; those of the batch are added. */
    private record Known(
            Map<Name, EmergencyTeam> teams,
            Map<Held, String> cells,
            Map<MemberId, String> staffNos,
            DrillBook.Page page) {

        /** By staff number; an earlier row may have shown how soon somebody comes. */
        private Map<String, TeamMember> serving(EmergencyTeam team) {
            return page.batch().serving(team.id()).stream()
                    .collect(Collectors.toMap(
                            service -> Objects.requireNonNull(staffNos.get(service.member())), service -> service));
        }
    }

    public Taken take(Editor editor, List<Entry> entries) {
        Places places = institutions.named(editor, entries, "institutionCode");
        Known known = known(editor, entries);
        Taken taken = Taken.NOTHING;
        for (Entry entry : entries) {
            Optional<InstitutionRef> place = places.own(entry, "institutionCode");
            String name = entry.text("team", 200);
            LocalDate on = entry.date("heldOn");
            String subject = entry.text("subject", 200);
            if (on.isAfter(calendar.today())) {
                entry.fault("heldOn", "in-future", on);
            }
            Name team = place.map(at -> new Name(at, name)).orElse(null);
            EmergencyTeam found = team == null ? null : known.teams().get(team);
            if (!entry.faulty() && found == null) {
                entry.fault("team", "team.unknown", name);
            }
            if (!entry.faulty() && team != null && found != null) {
                taken = taken.plus(taken(entry, known, team, found, new Held(found.id(), on, subject)));
            }
        }
        book.write(known.page());
        return taken;
    }

    private Taken taken(Entry entry, Known known, Name name, EmergencyTeam team, Held drill) {
        String before = known.cells().get(drill);
        if (before != null) {
            boolean same = before.equals(DrillCell.plain(entry.key("arrivals")));
            if (!same) {
                entry.fault("arrivals", "drill-differs", drill.on());
            }
            return same ? new Taken(0, 0, 1) : Taken.NOTHING;
        }
        List<Arrival> arrivals = DrillCell.read(entry, known.serving(team));
        if (entry.faulty()) {
            return Taken.NOTHING;
        }
        known.teams().put(name, book.note(known.page(), team, drill.on(), drill.subject(), arrivals));
        known.cells().put(drill, DrillCell.plain(entry.key("arrivals")));
        return new Taken(1, 0, 0);
    }

    private Known known(Editor editor, List<Entry> entries) {
        Map<Name, EmergencyTeam> named = new HashMap<>();
        teams.lockNamed(
                        editor.association(),
                        editor.scope(),
                        entries.stream().map(entry -> entry.key("team")).toList())
                .forEach(team ->
                        named.put(new Name(team.institution(), team.details().name()), team));
        Map<Held, String> cells = new HashMap<>();
        List<UUID> ids = named.values().stream().map(EmergencyTeam::id).toList();
        List<Drill> held = drills.of(ids);
        Map<UUID, String> rows = cells(editor.association(), held);
        held.forEach(drill ->
                cells.put(new Held(drill.team(), drill.heldOn(), drill.subject()), rows.getOrDefault(drill.id(), "")));
        List<TeamMember> serving = services.serving(ids);
        Map<MemberId, String> staffNos = members.staffNos(
                editor.association(),
                serving.stream().map(TeamMember::member).distinct().toList());
        return new Known(named, cells, staffNos, book.open(editor, serving));
    }

    /** Who came to each of these drills, as a cell. */
    public Map<UUID, String> cells(UUID association, List<Drill> held) {
        Map<UUID, List<Arrival>> arrivals =
                drills.arrivals(held.stream().map(Drill::id).toList());
        Map<UUID, MemberId> people = services.members(arrivals.values().stream()
                .flatMap(List::stream)
                .map(Arrival::service)
                .distinct()
                .toList());
        Map<MemberId, String> staffNos = members.staffNos(association, new ArrayList<>(people.values()));
        Map<UUID, String> byService = new HashMap<>();
        people.forEach((service, member) -> byService.put(service, orEmpty(staffNos.get(member))));
        Map<UUID, String> cells = new HashMap<>();
        arrivals.forEach((drill, came) -> cells.put(drill, DrillCell.of(came, byService)));
        return cells;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
