package org.yilianti.staff.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi.Answer;
import org.yilianti.staff.Registry;
import org.yilianti.staff.SearchCrowd;
import tools.jackson.databind.JsonNode;

/** What searches find among thousands is what looking at everybody finds (R3, R4). */
@ServiceTest
class SearchOracleTests {

    private static final int PEOPLE = 7_000;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Environment environment;

    @LocalServerPort
    int port;

    @TempDir
    Path directory;

    private final Random random = new Random(11);

    /** Somebody as the table has them. */
    private record Person(
            String staffNo,
            String name,
            String pinyin,
            String initials,
            String category,
            String title,
            String specialty,
            boolean left,
            String id) {

        static Person of(ResultSet row, int number) throws SQLException {
            return new Person(
                    row.getString("staff_no"),
                    row.getString("name"),
                    row.getString("name_pinyin"),
                    row.getString("name_initials"),
                    row.getString("category"),
                    row.getString("title"),
                    row.getString("specialty"),
                    row.getBoolean("gone"),
                    row.getString("id"));
        }

        boolean spelled(String text) {
            return pinyin.startsWith(text) || initials.startsWith(text);
        }
    }

    /** A part of a query, and whom it keeps. */
    private record Part(String parameter, String value, Predicate<Person> keeps) {

        String encoded() {
            return parameter + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
        }
    }

    private @Nullable Part named(Person like) {
        String initials = like.initials().substring(0, Math.min(like.initials().length(), 1 + random.nextInt(2)));
        String pinyin = like.pinyin().substring(0, Math.min(like.pinyin().length(), 2 + random.nextInt(4)));
        String surname = like.name().substring(0, 1);
        return switch (random.nextInt(5)) {
            case 0 -> new Part("q", surname, person -> person.name().startsWith(surname));
            case 1 -> new Part("q", pinyin, person -> person.spelled(pinyin));
            case 2 -> new Part("q", initials, person -> person.spelled(initials));
            case 3 ->
                new Part("q", like.staffNo().substring(0, 5), person -> person.staffNo()
                        .startsWith(like.staffNo().substring(0, 5)));
            default -> null;
        };
    }

    private List<Part> question(Person like) {
        List<Part> parts = new ArrayList<>();
        Part named = named(like);
        if (named != null) {
            parts.add(named);
        }
        if (random.nextInt(3) == 0) {
            parts.add(new Part(
                    "specialty", like.specialty(), person -> person.specialty().equals(like.specialty())));
        }
        if (random.nextInt(3) == 0) {
            parts.add(new Part("title", like.title(), person -> person.title().equals(like.title())));
        }
        if (random.nextInt(4) == 0) {
            parts.add(new Part(
                    "category", like.category(), person -> person.category().equals(like.category())));
        }
        if (parts.isEmpty() || random.nextInt(3) == 0) {
            parts.add(new Part("status", "not-appointed", Person::left));
        }
        return parts;
    }

    @Test
    void whateverIsAskedAllPagesTogetherAreWhomLookingAtEverybodyFinds_R3_R4() throws Exception {
        Registry registry = Registry.empty(port);
        SearchCrowd.fill(jdbc, environment, PEOPLE, registry.association(), directory);
        List<Person> everybody = jdbc.query(
                "select m.*, not exists (select 1 from appointment a where a.member_id = m.id and (a.valid_to is null or a.valid_to > ?)) gone"
                        + " from member m where m.association_id = ?",
                Person::of,
                LocalDate.now(ZoneId.of("Asia/Shanghai")),
                Ids.bytes(registry.association()));
        assertThat(everybody).hasSize(PEOPLE);
        int found = 0;
        for (int i = 0; i < 60; i++) {
            List<Part> parts = question(everybody.get(random.nextInt(PEOPLE)));
            boolean byName = random.nextBoolean();
            boolean descending = random.nextBoolean();
            String query = String.join("&", parts.stream().map(Part::encoded).toList()) + "&limit=200&sort="
                    + (descending ? "-" : "") + (byName ? "name" : "staffNo");
            Function<Person, String> key = byName ? Person::pinyin : Person::staffNo;
            Comparator<Person> order = Comparator.comparing(key).thenComparing(Person::id);
            List<String> expected = everybody.stream()
                    .filter(person ->
                            parts.stream().allMatch(part -> part.keeps().test(person)))
                    .sorted(descending ? order.reversed() : order)
                    .map(Person::staffNo)
                    .toList();
            assertThat(walked(registry, query)).as(query).isEqualTo(expected);
            found += expected.size();
        }
        assertThat(found).isGreaterThan(PEOPLE / 2);
    }

    /** The staff numbers of all pages. */
    private static List<String> walked(Registry registry, String query) {
        List<String> seen = new ArrayList<>();
        String after = "";
        do {
            Answer page = registry.hr().get("/v1/members/matches?" + query + after);
            assertThat(page.status()).as(page.body()).isEqualTo(200);
            page.json()
                    .path("items")
                    .forEach(item -> seen.add(item.path("staffNo").asString()));
            JsonNode next = page.json().path("next");
            after = next.isString() ? "&after=" + next.asString() : "";
        } while (!after.isEmpty());
        return seen;
    }
}
