package org.yilianti.incentive.payrun;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestApi.Answer;
import org.yilianti.platform.test.TestCaller;

/** Those who propose and decide rewards and punishments of a month's institutions. */
final class RewardDesk {

    static final String PATH = "/v1/rewards";

    private final PayMonth month;
    private final TestApi api;
    private final JdbcClient jdbc;

    RewardDesk(PayMonth month, int port, JdbcClient jdbc) {
        this.month = month;
        this.api = new TestApi(port);
        this.jdbc = jdbc;
    }

    /** Of a person by short name, or of the institution. */
    Map<String, Object> order(UUID place, @Nullable String person, String measure, @Nullable Long fen) {
        Map<String, Object> order = new LinkedHashMap<>(Map.of(
                "institutionCode",
                month.code(place),
                "measure",
                measure,
                "basis",
                "evaluation",
                "grounds",
                "first of the year's evaluation",
                "evidence",
                "minutes of 3 November"));
        if (person != null) {
            order.put("staffNo", month.staffNo(person));
        }
        if (fen != null) {
            order.put("amountFen", fen);
        }
        return order;
    }

    Answer propose(UUID place, @Nullable String person, String measure, @Nullable Long fen) {
        return month.evaluator().post(PATH, order(place, person, measure, fen));
    }

    UUID proposed(UUID place, @Nullable String person, String measure, @Nullable Long fen) {
        Answer proposed = propose(place, person, measure, fen);
        assertThat(proposed.status()).as(proposed.body()).isEqualTo(201);
        return proposed.id();
    }

    UUID noticed(UUID place, @Nullable String person, String measure, @Nullable Long fen) {
        UUID id = proposed(place, person, measure, fen);
        Answer decided = decide(month.reviewer(), id, true);
        assertThat(decided.status()).as(decided.body()).isEqualTo(200);
        return id;
    }

    UUID effective(UUID place, @Nullable String person, String measure, @Nullable Long fen) {
        UUID id = noticed(place, person, measure, fen);
        daysPass(id);
        Answer effect = effect(id);
        assertThat(effect.status()).as(effect.body()).isEqualTo(200);
        return id;
    }

    Answer effect(UUID id) {
        return month.officer().post(PATH + "/" + id + "/effects", Map.of());
    }

    Answer decide(TestApi who, UUID id, boolean approved) {
        return who.post(PATH + "/" + id + "/decisions", Map.of("approved", approved, "reason", "as the minutes say"));
    }

    void revoked(UUID id) {
        Answer asked = month.evaluator().post(PATH + "/" + id + "/revocation-proposals", Map.of("reason", "mixed up"));
        assertThat(asked.status()).as(asked.body()).isEqualTo(200);
        Answer revoked =
                month.reviewer().post(PATH + "/" + id + "/revocations", Map.of("approved", true, "reason", "so it is"));
        assertThat(revoked.status()).as(revoked.body()).isEqualTo(200);
    }

    /** The days to object are over. */
    void daysPass(UUID id) {
        jdbc.sql("update reward set objections_until = date_sub(objections_until, interval 30 day) where id = ?")
                .param(Ids.bytes(id))
                .update();
    }

    /** Somebody with a role of the whole association. */
    TestApi named(String name, Role role) {
        return api.as(TestCaller.named(name).with(role, "*"));
    }

    String status(UUID id) {
        return month.auditor().get(PATH + "/" + id).json().path("status").asString();
    }
}
