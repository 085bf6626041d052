package org.yilianti.staff.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yilianti.staff.Registry.created;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestApi.Answer;
import org.yilianti.staff.Registry;
import tools.jackson.databind.JsonNode;

/**
 * R3: whatever is recorded, corrected, ended or annulled in whatever order, {@code asOf} and {@code knownAt} answer what was believed then.
 * A plain model of the registry, kept beside it through random histories, is the judge.
 */
@ServiceTest
class AppointmentHistoryTests {

    private static final int STEPS = 24;
    private static final LocalDate EARLIEST = LocalDate.of(2019, 1, 1);

    @LocalServerPort
    int port;

    /** What the model believes of one appointment. */
    private record Belief(
            int revision, LocalDate from, @Nullable LocalDate to, String post) {

        boolean holdsOn(LocalDate day) {
            return !day.isBefore(from) && (to == null || day.isBefore(to));
        }

        String text() {
            return revision + " " + from + " " + to + " " + post;
        }
    }

    /** One random life of one person in the registry, with the model of it. */
    private static final class History {

        private final Registry registry;
        private final RandomGenerator random;
        private final TestApi api;
        private final UUID member;
        private final Map<UUID, Belief> believed = new TreeMap<>();
        private final Map<String, Map<UUID, Belief>> known = new HashMap<>();

        History(Registry registry, long seed) {
            this.registry = registry;
            this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            registry.institution("T01");
            registry.institution("T02");
            this.member = created(registry.hr().post("/v1/members", Registry.physician(1)));
            this.api = registry.hr();
        }

        void step() {
            if (believed.isEmpty() || random.nextInt(3) == 0) {
                appoint();
                return;
            }
            UUID one = new ArrayList<>(believed.keySet()).get(random.nextInt(believed.size()));
            switch (random.nextInt(6)) {
                case 0 -> annul(one);
                case 1, 2 -> end(one);
                default -> correct(one);
            }
        }

        private LocalDate day() {
            return EARLIEST.plusDays(random.nextInt(3650));
        }

        private Map<String, Object> content(Belief wanted) {
            Map<String, Object> body = Registry.appointment(
                    random.nextBoolean() ? "T01" : "T02",
                    "main",
                    false,
                    "fte",
                    0.01,
                    "post",
                    wanted.post(),
                    "validFrom",
                    wanted.from().toString(),
                    "reason",
                    "step");
            if (wanted.to() != null) {
                body.put("validTo", wanted.to().toString());
            }
            return body;
        }

        private Belief wanted(int revision) {
            LocalDate from = day();
            LocalDate to = random.nextBoolean() ? null : from.plusDays(1 + random.nextInt(900));
            return new Belief(revision, from, to, "P" + random.nextInt(1000));
        }

        private void appoint() {
            Belief belief = wanted(1);
            Answer made = api.post("/v1/members/" + member + "/appointments", content(belief));
            note(created(made), belief, made, "recordedAt");
        }

        private void correct(UUID id) {
            Belief belief = wanted(believedOf(id).revision() + 1);
            String etag = "\"" + believedOf(id).revision() + "\"";
            note(id, belief, api.put("/v1/appointments/" + id, content(belief), etag), "recordedAt");
        }

        private void end(UUID id) {
            Belief before = believedOf(id);
            LocalDate end = before.from().plusDays(1 + random.nextInt(400));
            Answer ended = api.post(
                    "/v1/appointments/" + id + "/endings", Map.of("validTo", end.toString(), "reason", "step"));
            if (before.to() != null && !end.isBefore(before.to())) {
                assertThat(ended.body()).contains("ends-already");
            } else {
                note(id, new Belief(before.revision() + 1, before.from(), end, before.post()), ended, "recordedAt");
            }
        }

        private void annul(UUID id) {
            note(
                    id,
                    null,
                    api.post("/v1/appointments/" + id + "/annulments", Map.of("reason", "step")),
                    "supersededAt");
        }

        private Belief believedOf(UUID id) {
            Belief belief = believed.get(id);
            assertThat(belief).isNotNull();
            return java.util.Objects.requireNonNull(belief);
        }

        /** What the model believes from the time on that the registry names for the change. */
        private void note(UUID id, @Nullable Belief belief, Answer answer, String time) {
            assertThat(answer.status()).as(answer.body()).isBetween(200, 201);
            if (belief == null) {
                believed.remove(id);
            } else {
                believed.put(id, belief);
            }
            known.put(answer.json().path(time).asString(), new TreeMap<>(believed));
        }

        /** Asks the registry about every time at which something became known, and random days. */
        void verify() {
            known.forEach((time, beliefs) -> {
                assertThat(answered("?knownAt=" + time)).as("known at %s", time).isEqualTo(texts(beliefs, null));
                LocalDate day = day();
                assertThat(answered("?knownAt=" + time + "&asOf=" + day))
                        .as("known at %s of %s", time, day)
                        .isEqualTo(texts(beliefs, day));
            });
            assertThat(answered("")).isEqualTo(texts(believed, null));
        }

        private Map<String, String> answered(String query) {
            Map<String, String> answered = new HashMap<>();
            JsonNode items = api.get("/v1/members/" + member + "/appointments" + query)
                    .json()
                    .path("items");
            items.forEach(item -> answered.put(
                    item.path("id").asString(),
                    item.path("revision").asInt() + " " + item.path("validFrom").asString() + " "
                            + (item.path("validTo").isNull()
                                    ? "null"
                                    : item.path("validTo").asString())
                            + " " + item.path("post").asString()));
            return answered;
        }

        private static Map<String, String> texts(Map<UUID, Belief> beliefs, @Nullable LocalDate day) {
            return beliefs.entrySet().stream()
                    .filter(entry -> day == null || entry.getValue().holdsOn(day))
                    .collect(Collectors.toMap(entry -> entry.getKey().toString(), entry -> entry.getValue()
                            .text()));
        }

        /** Nothing was lost: every revision of every appointment is still there, without a gap. */
        void verifyRevisions() {
            believed.forEach((id, belief) -> {
                JsonNode items = registry.hr()
                        .get("/v1/appointments/" + id + "/revisions")
                        .json()
                        .path("items");
                List<Integer> revisions = items.valueStream()
                        .map(item -> item.path("revision").asInt())
                        .toList();
                assertThat(revisions).hasSize(belief.revision()).isSorted();
                for (int i = 1; i < items.size(); i++) {
                    assertThat(items.path(i - 1).path("supersededAt").asString())
                            .isEqualTo(items.path(i).path("recordedAt").asString());
                }
            });
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20261122, 7_777_777, -3})
    void whateverIsRecordedTheRegistryAnswersWhatWasBelievedThen(long seed) {
        History history = new History(Registry.empty(port), seed);
        for (int step = 0; step < STEPS; step++) {
            history.step();
        }
        history.verify();
        history.verifyRevisions();
    }
}
