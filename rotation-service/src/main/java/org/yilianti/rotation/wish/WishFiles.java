package org.yilianti.rotation.wish;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yilianti.platform.problem.ProblemFactory;
import org.yilianti.rotation.demand.DemandShift;
import org.yilianti.rotation.demand.DutyDemands;
import org.yilianti.rotation.directory.Institution;
import org.yilianti.rotation.directory.Institutions;
import org.yilianti.rotation.directory.Member;
import org.yilianti.rotation.directory.Members;
import org.yilianti.rotation.table.TableSheet;

/** The wishes of an area as a list, an empty one to fill in, and the codes to fill it in with. */
@Component
public class WishFiles {

    private static final String SHEET = "wishes";

    private final RosterWishes wishes;
    private final Members members;
    private final Institutions institutions;
    private final DutyDemands demands;
    private final ProblemFactory texts;

    WishFiles(
            RosterWishes wishes,
            Members members,
            Institutions institutions,
            DutyDemands demands,
            ProblemFactory texts) {
        this.wishes = wishes;
        this.members = members;
        this.institutions = institutions;
        this.demands = demands;
        this.texts = texts;
    }

    /** The names of the columns that a file must have. */
    public static List<String> columns() {
        return WishColumns.NAMED;
    }

    /** The wishes that stand; taken in again, the file changes nothing. */
    public TableSheet standing(WishArea area) {
        List<RosterWish> standing = wishes.at(area);
        Map<UUID, Member> people = members.byId(
                area.association(), standing.stream().map(RosterWish::memberId).collect(Collectors.toSet()));
        Map<UUID, Institution> places = institutions.byId(
                area.association(),
                standing.stream()
                        .flatMap(wish -> Stream.ofNullable(wish.institutionId()))
                        .collect(Collectors.toSet()));
        return new TableSheet(
                SHEET,
                WishColumns.HEADER,
                standing.stream()
                        .flatMap(wish ->
                                Stream.ofNullable(people.get(wish.memberId())).map(person -> row(wish, person, places)))
                        .toList());
    }

    private static List<String> row(RosterWish wish, Member member, Map<UUID, Institution> places) {
        Institution place = wish.institutionId() == null ? null : places.get(wish.institutionId());
        return List.of(
                member.staffNo(),
                member.name(),
                wish.date().toString(),
                wish.wanted() ? WishColumns.ON : WishColumns.OFF,
                place == null ? "" : place.code(),
                wish.shift() == null ? "" : wish.shift(),
                Integer.toString(wish.weight()),
                wish.origin().code());
    }

    public TableSheet empty() {
        return new TableSheet(SHEET, WishColumns.HEADER, List.of());
    }

    /** Every code of every column with its meaning: the shifts are those demanded of the area's sites in its month. */
    public TableSheet codes(WishArea area, Locale locale) {
        List<List<String>> rows = new ArrayList<>();
        for (String code : List.of(WishColumns.ON, WishColumns.OFF)) {
            rows.add(List.of(WishColumns.WANTED, code, text("wish-file.code-" + code, locale)));
        }
        IntStream.rangeClosed(1, 5)
                .mapToObj(weight ->
                        List.of(WishColumns.WEIGHT, Integer.toString(weight), text("wish-file.code-weight", locale)))
                .forEach(rows::add);
        area.sites().values().stream()
                .sorted(Comparator.comparing(Institution::code))
                .map(site -> List.of(WishColumns.INSTITUTION, site.code(), site.name()))
                .forEach(rows::add);
        demands.of(area.association(), area.sites().keySet(), area.month()).forEach(demand -> demand.shifts()
                .forEach(shift -> rows.add(
                        List.of(WishColumns.SHIFT, shift.code(), meaning(area.site(demand.institutionId()), shift)))));
        return new TableSheet("codes", List.of("column", "code", "meaning"), rows);
    }

    private static String meaning(Institution site, DemandShift shift) {
        return "%s: %s, %s, %d min".formatted(site.code(), shift.name(), shift.start(), shift.minutes());
    }

    private String text(String key, Locale locale) {
        return texts.text(key, null, locale);
    }
}
