package org.yilianti.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestApi.Answer;
import tools.jackson.databind.JsonNode;

/**
 * A plain model of what a registry believes, kept beside it through a random history: the judge of every answer about what was known when
 * (R3).
 */
public final class PlainHistory {

    private static final LocalDate EARLIEST = LocalDate.of(2019, 1, 1);

    private final RandomGenerator random;
    private final Map<UUID, Belief> believed = new TreeMap<>();
    private final Map<String, Map<UUID, Belief>> known = new LinkedHashMap<>();

    public PlainHistory(long seed) {
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    /**
     * What is believed of one record.
     *
     * @param said everything else that the registry shows of it
     */
    public record Belief(
            int revision, LocalDate from, @Nullable LocalDate to, String said) {

        /** The next belief, of other days. */
        public Belief ended(LocalDate day) {
            return new Belief(revision + 1, from, day, said);
        }

        public boolean overlaps(Belief other) {
            return (to == null || other.from.isBefore(to)) && (other.to == null || from.isBefore(other.to));
        }

        boolean holdsOn(LocalDate day) {
            return !day.isBefore(from) && (to == null || day.isBefore(to));
        }

        private String text() {
            return revision + " " + from + " " + to + " " + said;
        }
    }

    /** 0 to {@code below}, excluded. */
    public int draw(int below) {
        return random.nextInt(below);
    }

    public LocalDate day() {
        return EARLIEST.plusDays(draw(3650));
    }

    /** What somebody might want to be believed. */
    public Belief wanted(int revision, boolean openEnded, String said) {
        LocalDate from = day();
        return new Belief(revision, from, openEnded ? null : from.plusDays(1 + draw(900)), said);
    }

    /** One of those that are believed; null when there is none. */
    public @Nullable UUID one() {
        return believed.isEmpty() ? null : List.copyOf(believed.keySet()).get(draw(believed.size()));
    }

    public Belief of(UUID id) {
        return Objects.requireNonNull(believed.get(id));
    }

    public Map<UUID, Belief> believed() {
        return believed;
    }

    /** The registry has accepted a change: what is believed from the time on that it names in {@code time}; null for no more. */
    public void note(UUID id, @Nullable Belief belief, Answer answer, String time) {
        assertThat(answer.status()).as(answer.body()).isBetween(200, 201);
        if (belief == null) {
            believed.remove(id);
        } else {
            believed.put(id, belief);
        }
        known.put(answer.json().path(time).asString(), new TreeMap<>(believed));
    }

    /** What was believed at each time at which something became known, in the order of time. */
    public Map<String, Map<UUID, Belief>> known() {
        return known;
    }

    /** Asks a list about every time at which something became known, and random days. */
    public void verify(TestApi api, String list, Function<JsonNode, String> said) {
        List<String> times = new ArrayList<>(known.keySet());
        times.forEach(time -> {
            Map<UUID, Belief> beliefs = Objects.requireNonNull(known.get(time));
            assertThat(answered(api, list + "?knownAt=" + time, said))
                    .as("known at %s", time)
                    .isEqualTo(texts(beliefs, null));
            for (LocalDate day : List.of(day(), day())) {
                assertThat(answered(api, list + "?knownAt=" + time + "&asOf=" + day, said))
                        .as("known at %s of %s", time, day)
                        .isEqualTo(texts(beliefs, day));
            }
        });
        LocalDate day = day();
        assertThat(answered(api, list + "?asOf=" + day, said)).isEqualTo(texts(believed, day));
        assertThat(answered(api, list, said)).isEqualTo(texts(believed, null));
    }

    private static Map<String, String> answered(TestApi api, String path, Function<JsonNode, String> said) {
        Map<String, String> answered = new TreeMap<>();
        for (JsonNode item : api.get(path).json().path("items")) {
            Belief belief = new Belief(
                    item.path("revision").asInt(),
                    LocalDate.parse(item.path("validFrom").asString()),
                    item.path("validTo").isNull()
                            ? null
                            : LocalDate.parse(item.path("validTo").asString()),
                    said.apply(item));
            answered.put(item.path("id").asString(), belief.text());
        }
        return answered;
    }

    private static Map<String, String> texts(Map<UUID, Belief> beliefs, @Nullable LocalDate day) {
        return beliefs.entrySet().stream()
                .filter(entry -> day == null || entry.getValue().holdsOn(day))
                .collect(Collectors.toMap(
                        entry -> entry.getKey().toString(),
                        entry -> entry.getValue().text(),
                        (one, other) -> one,
                        TreeMap::new));
    }

    /** Nothing was lost: every revision of every record is still there, without a gap. */
    public void verifyRevisions(TestApi api, String records) {
        believed.forEach((id, belief) -> {
            JsonNode items = api.get(records + "/" + id + "/revisions").json().path("items");
            assertThat(items.valueStream().map(item -> item.path("revision").asInt()))
                    .hasSize(belief.revision())
                    .isSorted();
            for (int i = 1; i < items.size(); i++) {
                assertThat(items.path(i - 1).path("supersededAt").asString())
                        .isEqualTo(items.path(i).path("recordedAt").asString());
            }
        });
    }
}
