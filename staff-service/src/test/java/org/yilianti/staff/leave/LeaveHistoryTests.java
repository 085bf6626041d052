package org.yilianti.staff.leave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yilianti.staff.Registry.created;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestApi.Answer;
import org.yilianti.staff.PlainHistory;
import org.yilianti.staff.PlainHistory.Belief;
import org.yilianti.staff.Registry;

/**
 * R3: whatever leave is granted, corrected, ended by a return or annulled in whatever order, {@code asOf} and {@code knownAt} answer what
 * was believed then, and what cannot be is refused and leaves no trace in them.
 */
@ServiceTest
class LeaveHistoryTests {

    private static final int STEPS = 40;
    private static final List<String> KINDS = List.of("sick", "study", "care", "personal");

    @LocalServerPort
    int port;

    /** One random life of one person, with the model of it. */
    private static final class Life {

        private final PlainHistory history;
        private final TestApi api;
        private final String leaves;
        private int refused;

        Life(Registry registry, long seed) {
            history = new PlainHistory(seed);
            registry.institution("T01");
            leaves = "/v1/members/" + registry.physicianAt(1, "T01") + "/leaves";
            api = registry.hr();
        }

        void step() {
            UUID one = history.one();
            if (one == null || history.draw(2) == 0) {
                grant();
                return;
            }
            switch (history.draw(5)) {
                case 0 -> annul(one);
                case 1, 2 -> comeBack(one);
                default -> correct(one);
            }
        }

        /** Mostly short, so that many find room. */
        private Belief wanted(int revision) {
            String kind = KINDS.get(history.draw(KINDS.size()));
            LocalDate from = history.day();
            LocalDate to = history.draw(12) == 0 ? null : from.plusDays(1 + history.draw(200));
            return new Belief(revision, from, to, kind);
        }

        private static Map<String, Object> content(Belief wanted) {
            Map<String, Object> body = new HashMap<>(
                    Map.of("kind", wanted.said(), "validFrom", wanted.from().toString(), "reason", "step"));
            if (wanted.to() != null) {
                body.put("validTo", wanted.to().toString());
            }
            return body;
        }

        private boolean away(Belief wanted, @Nullable UUID itself) {
            return history.believed().entrySet().stream()
                    .filter(entry -> !entry.getKey().equals(itself))
                    .anyMatch(entry -> entry.getValue().overlaps(wanted));
        }

        private void grant() {
            Belief belief = wanted(1);
            Answer granted = api.post(leaves, content(belief));
            if (away(belief, null)) {
                refused(granted, "leave-overlaps");
            } else {
                history.note(created(granted), belief, granted, "recordedAt");
            }
        }

        private void correct(UUID id) {
            int revision = history.of(id).revision();
            Belief belief = wanted(revision + 1);
            Answer corrected = api.put("/v1/leaves/" + id, content(belief), "\"" + revision + "\"");
            if (away(belief, id)) {
                refused(corrected, "leave-overlaps");
            } else {
                history.note(id, belief, corrected, "recordedAt");
            }
        }

        private void comeBack(UUID id) {
            Belief before = history.of(id);
            LocalDate back = before.from().plusDays(1 + history.draw(120));
            Answer ended = api.post("/v1/leaves/" + id + "/returns", Map.of("on", back.toString(), "reason", "step"));
            if (before.to() != null && !back.isBefore(before.to())) {
                refused(ended, "ends-already");
            } else {
                history.note(id, before.ended(back), ended, "recordedAt");
            }
        }

        private void annul(UUID id) {
            Answer annulled = api.post("/v1/leaves/" + id + "/annulments", Map.of("reason", "step"));
            history.note(id, null, annulled, "supersededAt");
        }

        private void refused(Answer answer, String code) {
            assertThat(answer.status()).as(answer.body()).isEqualTo(422);
            assertThat(answer.body()).contains(code);
            refused++;
        }

        void verify() {
            history.verify(api, leaves, item -> item.path("kind").asString());
            history.verifyRevisions(api, "/v1/leaves");
            assertThat(history.known()).as("enough came about").hasSizeGreaterThan(STEPS / 4);
            assertThat(refused).as("and enough did not").isPositive();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20261123, 7_777_777, -3})
    void whateverIsRecordedTheRegistryAnswersWhatWasBelievedOfLeaveThen_R3(long seed) {
        Life life = new Life(Registry.empty(port), seed);
        for (int step = 0; step < STEPS; step++) {
            life.step();
        }
        life.verify();
    }
}
