package org.yilianti.staff.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yilianti.staff.Registry.created;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
 * R3: whatever contracts are concluded, renewed, corrected or ended in whatever order, {@code asOf} and {@code knownAt} answer what was
 * believed then, and what cannot be is refused and leaves no trace in them.
 */
@ServiceTest
class ContractHistoryTests {

    private static final int STEPS = 40;

    @LocalServerPort
    int port;

    /** One random life of one person with two employers, with the model of it. */
    private static final class Life {

        private final PlainHistory history;
        private final TestApi api;
        private final String contracts;
        private final Map<UUID, String> employers = new HashMap<>();
        private final Set<UUID> renewed = new HashSet<>();
        private int refused;

        Life(Registry registry, long seed) {
            history = new PlainHistory(seed);
            registry.institution("T01");
            registry.institution("T02");
            UUID member = created(registry.hr().post("/v1/members", Registry.physician(1)));
            contracts = "/v1/members/" + member + "/contracts";
            api = registry.hr();
        }

        void step() {
            UUID one = history.one();
            if (one == null || history.draw(3) == 0) {
                conclude(history.draw(2) == 0 ? "T01" : "T02");
                return;
            }
            switch (history.draw(4)) {
                case 0 -> end(one);
                case 1 -> renew(one);
                default -> correct(one);
            }
        }

        private Belief wanted(int revision) {
            boolean open = history.draw(5) == 0;
            return history.wanted(revision, open, (open ? "open-ended" : "fixed-term") + " N" + history.draw(1000));
        }

        private static Map<String, Object> content(Belief wanted, String employer) {
            String[] said = wanted.said().split(" ", 2);
            Map<String, Object> body = new HashMap<>(
                    Map.of("institutionCode", employer, "kind", said[0], "number", said[1], "reason", "step"));
            body.put("validFrom", wanted.from().toString());
            if (wanted.to() != null) {
                body.put("validTo", wanted.to().toString());
            }
            return body;
        }

        /** Of one employer nobody has two contracts on a day. */
        private boolean overlaps(Belief wanted, String employer, @Nullable UUID itself) {
            return history.believed().entrySet().stream()
                    .filter(entry -> !entry.getKey().equals(itself))
                    .filter(entry -> employer.equals(employers.get(entry.getKey())))
                    .anyMatch(entry -> entry.getValue().overlaps(wanted));
        }

        private void conclude(String employer) {
            Belief belief = wanted(1);
            Answer made = api.post(contracts, content(belief, employer));
            if (overlaps(belief, employer, null)) {
                refused(made, 422, "contract-overlaps");
            } else {
                employers.put(created(made), employer);
                history.note(made.id(), belief, made, "recordedAt");
            }
        }

        private void renew(UUID id) {
            String employer = Objects.requireNonNull(employers.get(id));
            LocalDate from = history.of(id).to();
            LocalDate day = from == null ? history.day() : from;
            Belief belief =
                    new Belief(1, day, day.plusDays(1 + history.draw(900)), "fixed-term N" + history.draw(1000));
            Answer made = api.post("/v1/contracts/" + id + "/renewals", content(belief, employer));
            if (from == null) {
                refused(made, 409, "contract.without-end");
            } else if (renewed.contains(id)) {
                refused(made, 409, "contract.renewed");
            } else if (overlaps(belief, employer, null)) {
                refused(made, 422, "contract-overlaps");
            } else {
                renewed.add(id);
                employers.put(created(made), employer);
                history.note(made.id(), belief, made, "recordedAt");
            }
        }

        private void correct(UUID id) {
            int revision = history.of(id).revision();
            String employer = Objects.requireNonNull(employers.get(id));
            Belief belief = wanted(revision + 1);
            Answer corrected = api.put("/v1/contracts/" + id, content(belief, employer), "\"" + revision + "\"");
            if (overlaps(belief, employer, id)) {
                refused(corrected, 422, "contract-overlaps");
            } else {
                history.note(id, belief, corrected, "recordedAt");
            }
        }

        private void end(UUID id) {
            Belief before = history.of(id);
            LocalDate end = before.from().plusDays(1 + history.draw(400));
            Answer ended =
                    api.post("/v1/contracts/" + id + "/endings", Map.of("validTo", end.toString(), "reason", "step"));
            if (before.to() != null && !end.isBefore(before.to())) {
                refused(ended, 422, "ends-already");
            } else {
                history.note(id, before.ended(end), ended, "recordedAt");
            }
        }

        private void refused(Answer answer, int status, String code) {
            assertThat(answer.status()).as(answer.body()).isEqualTo(status);
            assertThat(answer.body()).contains(code);
            refused++;
        }

        void verify() {
            history.verify(
                    api,
                    contracts,
                    item -> item.path("kind").asString() + " "
                            + item.path("number").asString());
            history.verifyRevisions(api, "/v1/contracts");
            assertThat(history.known()).as("enough came about").hasSizeGreaterThan(STEPS / 4);
            assertThat(refused).as("and enough did not").isPositive();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20261123, 7_777_777, -3})
    void whateverIsRecordedTheRegistryAnswersWhatWasBelievedOfContractsThen_R3(long seed) {
        Life life = new Life(Registry.empty(port), seed);
        for (int step = 0; step < STEPS; step++) {
            life.step();
        }
        life.verify();
    }
}
