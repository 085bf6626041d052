package org.yilianti.staff.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yilianti.staff.Registry.created;
import static org.yilianti.staff.Registry.licence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
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
 * R3, R4: whatever licences are granted, retold by files, suspended, resumed or revoked in whatever order, {@code knownAt} answers how
 * each was believed to stand then, and what cannot be is refused and leaves no trace. A plain model is the judge.
 */
@ServiceTest
class LicenceHistoryTests {

    private static final int STEPS = 36;
    private static final LocalDate FAR = LocalDate.of(2045, 1, 1);

    @LocalServerPort
    int port;

    /** Some days, open-ended without a last. */
    private record Days(LocalDate from, @Nullable LocalDate to) {}

    /** What is believed of one licence. */
    private record Belief(
            int version,
            String number,
            String scope,
            Days valid,
            @Nullable Days open,
            List<Days> served,
            @Nullable LocalDate revoked) {

        String status() {
            return revoked != null ? "revoked" : open != null ? "suspended" : "active";
        }

        Belief retold(String otherScope, Days otherDays) {
            return new Belief(version + 1, number, otherScope, otherDays, open, served, revoked);
        }

        Belief suspended(Days days) {
            return new Belief(version + 1, number, scope, valid, days, served, revoked);
        }

        /** Taken back when it had not begun by then. */
        Belief resumed(LocalDate day) {
            LocalDate from = Objects.requireNonNull(open).from();
            List<Days> more = day.isAfter(from)
                    ? Stream.concat(served.stream(), Stream.of(new Days(from, day)))
                            .toList()
                    : served;
            return new Belief(version + 1, number, scope, valid, null, more, revoked);
        }

        Belief revoked(LocalDate day) {
            return new Belief(version + 1, number, scope, valid, open, served, day);
        }

        /** The suspension that stands, or else the last that was served. */
        private @Nullable Days suspension() {
            return open != null
                    ? open
                    : served.stream()
                            .max(Comparator.comparing(days -> Objects.requireNonNull(days.to())))
                            .orElse(null);
        }

        String text() {
            Days suspension = suspension();
            return String.join(
                    " ",
                    String.valueOf(version),
                    number,
                    scope,
                    String.valueOf(valid.from()),
                    String.valueOf(valid.to()),
                    status(),
                    suspension == null ? "null" : String.valueOf(suspension.from()),
                    suspension == null ? "null" : String.valueOf(suspension.to()),
                    String.valueOf(revoked));
        }

        static String text(JsonNode shown) {
            return String.join(
                    " ",
                    Stream.of(
                                    "version",
                                    "number",
                                    "scope",
                                    "validFrom",
                                    "validTo",
                                    "status",
                                    "suspendedFrom",
                                    "suspendedTo",
                                    "revokedFrom")
                            .map(shown::path)
                            .map(value -> value.isNull() ? "null" : value.asString())
                            .toList());
        }
    }

    /** The random licences of one physician, with the model of them. */
    private static final class Life {

        private final Registry registry;
        private final RandomGenerator random;
        private final TestApi api;
        private final UUID member;
        private final Map<UUID, Belief> believed = new LinkedHashMap<>();
        private final Map<String, Map<UUID, Belief>> known = new LinkedHashMap<>();
        private int refused;

        Life(Registry registry, long seed) {
            this.registry = registry;
            this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            registry.institution("T01");
            this.member = registry.physicianAt(1, "T01");
            this.api = registry.hr();
        }

        void step() {
            if (believed.isEmpty() || random.nextInt(6) == 0) {
                grant();
                return;
            }
            UUID one = new ArrayList<>(believed.keySet()).get(random.nextInt(believed.size()));
            switch (random.nextInt(12)) {
                case 0 -> revoke(one);
                case 1, 2 -> retell(one);
                case 3, 4, 5, 6 -> resume(one);
                default -> suspend(one);
            }
        }

        private LocalDate day() {
            return LocalDate.of(2016, 1, 1).plusDays(random.nextInt(4000));
        }

        private Days validity() {
            return new Days(
                    LocalDate.of(2010, 1, 1).plusDays(random.nextInt(2000)),
                    random.nextBoolean() ? null : LocalDate.of(2050, 1, 1).plusDays(random.nextInt(2000)));
        }

        private void grant() {
            Days valid = validity();
            Belief belief =
                    new Belief(1, "N" + believed.size(), "scope-" + random.nextInt(100), valid, null, List.of(), null);
            Map<String, Object> body = licence(member, belief.number(), "T01", "scope", belief.scope());
            body.put("validFrom", valid.from().toString());
            body.remove("validTo");
            if (valid.to() != null) {
                body.put("validTo", valid.to().toString());
            }
            Answer granted = api.post("/v1/licences", body);
            note(created(granted), belief, granted);
        }

        /** A file corrects what a licence says, never what was decided on it. */
        private void retell(UUID id) {
            Belief before = of(id);
            Days valid = validity();
            String scope = "scope-" + random.nextInt(100);
            JsonNode job = registry.imported("licences", """
                    number,staff_no,kind,category,scope,main_institution_code,issued_by,valid_from,valid_to,status,suspended_from,suspended_to,status_reason
                    %s,S00001,physician,clinical,%s,T01,,%s,%s,active,,,
                    """.formatted(
                            before.number(), scope, valid.from(), valid.to() == null ? "" : valid.to()));
            if (before.status().equals("active")) {
                assertThat(job.path("changed").asInt()).as(job.toString()).isEqualTo(1);
                note(id, before.retold(scope, valid), api.get("/v1/licences/" + id));
            } else {
                assertThat(job.path("rejected").asInt()).as(job.toString()).isEqualTo(1);
                refused++;
            }
        }

        private void suspend(UUID id) {
            Belief before = of(id);
            Days days = new Days(day(), random.nextBoolean() ? null : FAR.plusDays(random.nextInt(100)));
            Answer answer = decide(id, "suspensions", days.from(), days.to());
            if (!before.status().equals("active")) {
                refused(answer, "licence.not-active");
            } else if (days.from().isBefore(before.valid().from())) {
                refused(answer, "licence.before-valid");
            } else {
                note(id, before.suspended(days), answer);
            }
        }

        private void resume(UUID id) {
            Belief before = of(id);
            Days open = before.open();
            LocalDate day = open == null ? day() : open.from().plusDays(random.nextInt(-60, 400));
            Answer answer = decide(id, "resumptions", day, null);
            if (before.status().equals("suspended")) {
                note(id, before.resumed(day), answer);
            } else {
                refused(answer, "licence.not-suspended");
            }
        }

        private void revoke(UUID id) {
            Belief before = of(id);
            LocalDate day = day();
            Answer answer = decide(id, "revocations", day, null);
            if (before.status().equals("revoked")) {
                refused(answer, "licence.revoked");
            } else {
                note(id, before.revoked(day), answer);
            }
        }

        private Answer decide(UUID id, String what, LocalDate from, @Nullable LocalDate to) {
            Map<String, String> body = new LinkedHashMap<>(Map.of("from", from.toString(), "reason", "step"));
            if (to != null) {
                body.put("to", to.toString());
            }
            return api.post("/v1/licences/" + id + "/" + what, body);
        }

        private Belief of(UUID id) {
            return Objects.requireNonNull(believed.get(id));
        }

        private void note(UUID id, Belief belief, Answer answer) {
            assertThat(answer.status()).as(answer.body()).isBetween(200, 201);
            believed.put(id, belief);
            known.put(answer.json().path("recordedAt").asString(), new LinkedHashMap<>(believed));
        }

        private void refused(Answer answer, String code) {
            assertThat(answer.status()).as(answer.body()).isIn(409, 422);
            assertThat(answer.code()).isEqualTo(code);
            refused++;
        }

        /** Asks about every licence at every time at which something became known, also of those that were not known yet. */
        void verify() {
            known.forEach((time, beliefs) -> believed.keySet().forEach(id -> {
                Answer answer = api.get("/v1/licences/" + id + "?knownAt=" + time);
                Belief belief = beliefs.get(id);
                if (belief == null) {
                    assertThat(answer.status()).as("%s at %s", id, time).isEqualTo(404);
                } else {
                    assertThat(Belief.text(answer.json()))
                            .as("%s at %s", id, time)
                            .isEqualTo(belief.text());
                }
            }));
            believed.forEach((id, belief) -> assertThat(
                            Belief.text(api.get("/v1/licences/" + id).json()))
                    .isEqualTo(belief.text()));
            assertThat(known).as("enough came about").hasSizeGreaterThan(STEPS / 3);
            assertThat(refused).as("and enough did not").isPositive();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20261123, 7_777_777})
    void whateverIsDecidedTheRegistryAnswersHowLicencesWereBelievedToStandThen_R3_R4(long seed) {
        Life life = new Life(Registry.empty(port), seed);
        for (int step = 0; step < STEPS; step++) {
            life.step();
        }
        life.verify();
    }
}
