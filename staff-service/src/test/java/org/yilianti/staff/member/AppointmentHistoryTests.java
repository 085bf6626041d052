package org.yilianti.staff.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yilianti.staff.Registry.created;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
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
 * R3: whatever is recorded, corrected, ended or annulled in whatever order, {@code asOf} and {@code knownAt} answer what was believed then.
 * A plain model of the registry, kept beside it through random histories, is the judge.
 */
@ServiceTest
class AppointmentHistoryTests {

    private static final int STEPS = 24;

    @LocalServerPort
    int port;

    /** One random life of one person in the registry, with the model of it. */
    private static final class Life {

        private final PlainHistory history;
        private final TestApi api;
        private final String appointments;

        Life(Registry registry, long seed) {
            history = new PlainHistory(seed);
            registry.institution("T01");
            registry.institution("T02");
            UUID member = created(registry.hr().post("/v1/members", Registry.physician(1)));
            appointments = "/v1/members/" + member + "/appointments";
            api = registry.hr();
        }

        void step() {
            UUID one = history.one();
            if (one == null || history.draw(3) == 0) {
                appoint();
                return;
            }
            switch (history.draw(6)) {
                case 0 -> annul(one);
                case 1, 2 -> end(one);
                default -> correct(one);
            }
        }

        private Belief wanted(int revision) {
            return history.wanted(revision, history.draw(2) == 0, "P" + history.draw(1000));
        }

        private Map<String, Object> content(Belief wanted) {
            Map<String, Object> body = Registry.appointment(
                    history.draw(2) == 0 ? "T01" : "T02",
                    "main",
                    false,
                    "fte",
                    0.01,
                    "post",
                    wanted.said(),
                    "validFrom",
                    wanted.from().toString(),
                    "reason",
                    "step");
            if (wanted.to() != null) {
                body.put("validTo", wanted.to().toString());
            }
            return body;
        }

        private void appoint() {
            Belief belief = wanted(1);
            Answer made = api.post(appointments, content(belief));
            history.note(created(made), belief, made, "recordedAt");
        }

        private void correct(UUID id) {
            int revision = history.of(id).revision();
            Belief belief = wanted(revision + 1);
            Answer corrected = api.put("/v1/appointments/" + id, content(belief), "\"" + revision + "\"");
            history.note(id, belief, corrected, "recordedAt");
        }

        private void end(UUID id) {
            Belief before = history.of(id);
            LocalDate end = before.from().plusDays(1 + history.draw(400));
            Answer ended = api.post(
                    "/v1/appointments/" + id + "/endings", Map.of("validTo", end.toString(), "reason", "step"));
            if (before.to() != null && !end.isBefore(before.to())) {
                assertThat(ended.body()).contains("ends-already");
            } else {
                history.note(id, before.ended(end), ended, "recordedAt");
            }
        }

        private void annul(UUID id) {
            Answer annulled = api.post("/v1/appointments/" + id + "/annulments", Map.of("reason", "step"));
            history.note(id, null, annulled, "supersededAt");
        }

        void verify() {
            history.verify(api, appointments, item -> item.path("post").asString());
            history.verifyRevisions(api, "/v1/appointments");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20261122, 7_777_777, -3})
    void whateverIsRecordedTheRegistryAnswersWhatWasBelievedThen_R3(long seed) {
        Life life = new Life(Registry.empty(port), seed);
        for (int step = 0; step < STEPS; step++) {
            life.step();
        }
        life.verify();
    }
}
