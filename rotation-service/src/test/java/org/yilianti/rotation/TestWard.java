package org.yilianti.rotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.test.TestApi;
import tools.jackson.databind.JsonNode;

/** One ward with a few nurses, for October 2026; smaller and quicker than {@link TestMonth}. */
public final class TestWard {

    public static final List<String> WEEK = List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");

    private static final AtomicInteger NUMBER = new AtomicInteger();

    public final TestRotation rotation;
    public final String code;
    public final UUID site;
    public final List<UUID> nurses = new ArrayList<>();

    /** @param titles of the nurses, such as {@code junior} */
    public TestWard(TestRotation rotation, String... titles) {
        this.rotation = rotation;
        int run = NUMBER.incrementAndGet();
        code = "RW" + run;
        site = rotation.staff.institution(code);
        for (int index = 0; index < titles.length; index++) {
            nurses.add(nurse(staffNo(run, index), titles[index]));
        }
        rotation.awaitInstitution(site);
        nurses.forEach(nurse -> rotation.awaitDecision(nurse, site, "2026-10-01", true));
    }

    private UUID nurse(String staffNo, String title) {
        UUID nurse = rotation.staff.member(
                staffNo, site, Map.of("category", "nurse", "specialty", "nursing", "title", title));
        Map<String, @Nullable Object> kind = new HashMap<>();
        kind.put("kind", "nurse");
        kind.put("category", "nursing");
        rotation.staff.licence(nurse, kind);
        return nurse;
    }

    private static String staffNo(int run, int index) {
        return "RW%d-%02d".formatted(run, index);
    }

    public TestApi scheduler() {
        return rotation.scheduler();
    }

    /** The nurse as a caller. */
    public TestApi as(int index) {
        return rotation.member(staffNo(Integer.parseInt(code.substring(2)), index));
    }

    /** A shift of eight hours, every day, one nurse; with these fields beside or instead. */
    public static Map<String, Object> shift(String code, String start, Map<String, Object> more) {
        Map<String, Object> shift = new HashMap<>(Map.of(
                "code",
                code,
                "name",
                code,
                "start",
                start,
                "minutes",
                480,
                "night",
                start.equals("00:00"),
                "category",
                "nurse",
                "weekdays",
                WEEK,
                "minimum",
                1,
                "desired",
                1));
        shift.putAll(more);
        return shift;
    }

    @SafeVarargs
    public final TestApi.Answer state(Map<String, Object>... shifts) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (Map<String, Object> shift : shifts) {
            all.add(shift);
        }
        return scheduler().post("/v1/duty-demands", Map.of("institutionId", site, "month", "2026-10", "shifts", all));
    }

    /** Has a plan solved; gives it when it has come to an end. */
    public JsonNode solved() {
        TestApi.Answer requested = scheduler()
                .post(
                        "/v1/roster-plans",
                        Map.of("month", "2026-10", "institutionIds", List.of(site), "seconds", 1, "seed", 7));
        assertThat(requested.status()).as(requested.body()).isEqualTo(202);
        return solved(requested.id());
    }

    public JsonNode solved(UUID plan) {
        await().atMost(Duration.ofSeconds(90)).until(() -> !Stream.of("queued", "solving")
                .toList()
                .contains(plan(plan).path("status").asString()));
        return plan(plan);
    }

    public JsonNode plan(UUID plan) {
        return scheduler().get("/v1/roster-plans/" + plan).json();
    }

    /** Has a plan solved and published; gives its duties. */
    public List<JsonNode> published() {
        String plan = solved().path("id").asString();
        TestApi.Answer published = scheduler().post("/v1/roster-plans/" + plan + "/publications", "{}");
        assertThat(published.status()).as(published.body()).isEqualTo(200);
        return duties();
    }

    /** The duties in force. */
    public List<JsonNode> duties() {
        return TestRotation.all(scheduler(), "/v1/duties?limit=200&institution=" + site);
    }

    public TestApi.Answer assign(JsonNode duty, UUID nurse) {
        return scheduler().post("/v1/duties/" + duty.path("id").asString() + "/assignments", Map.of("memberId", nurse));
    }

    /** The codes of the errors in a refusal. */
    public static List<String> codes(TestApi.Answer refused) {
        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        List<String> codes = new ArrayList<>();
        refused.json()
                .path("errors")
                .forEach(error -> codes.add(error.path("code").asString()));
        return codes;
    }
}
