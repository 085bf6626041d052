package org.yilianti.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.test.EveryEndpointKeepsToInstitutions.Example;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestApi.Answer;
import org.yilianti.platform.test.TestCaller;
import org.yilianti.platform.test.TestEvents;

/** M3, M5, M8, M9: whoever sends the version they read decides on nothing that has changed since; who sends none decides on what stands. */
@ServiceTest
class DecisionVersionTests {

    /** Where the things are kept that decisions change, by their name in addresses. */
    private static final Map<String, String> TABLES = Map.ofEntries(
            Map.entry("roster-plans", "roster_plan"),
            Map.entry("leave-requests", "leave_request"),
            Map.entry("duty-swaps", "duty_swap"),
            Map.entry("duty-claims", "duty_claim"),
            Map.entry("roster-wishes", "roster_wish"),
            Map.entry("personal-limits", "personal_limit"),
            Map.entry("rotation-postings", "rotation_posting"),
            Map.entry("rotation-programmes", "rotation_programme"),
            Map.entry("practice-agreements", "practice_agreement"),
            Map.entry("incidents", "incident"),
            Map.entry("duties", "duty"));

    private static final Set<String> VERBS = Set.of(
            "publications",
            "revisions",
            "cancellations",
            "pins/takeovers",
            "grants",
            "refusals",
            "approvals",
            "withdrawals",
            "endings",
            "consents",
            "acceptances",
            "declines",
            "starts",
            "returns",
            "closings",
            "assignments",
            "replacements",
            "amendments",
            "overrides",
            "suspensions",
            "resumptions",
            "insurances",
            "reviews",
            "settlements");

    private static final Pattern DECISION = Pattern.compile("/v1/([a-z-]+)/([0-9a-f-]{36})/([a-z/]+)");

    @LocalServerPort
    private int port;

    @Autowired
    private TestEvents events;

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void aDecisionOnWhatHasChangedSinceItWasReadIsRefusedAndChangesNothing() {
        TestMonth month = new TestMonth(new TestRotation(port, events));
        month.stateDemand();
        String plan = month.draft().path("id").asString();
        month.publish(plan);
        List<Example> decisions = new ArrayList<>(new RosterExamples(month, jdbc).all());
        decisions.addAll(ofTheSwap(decisions));
        decisions.add(Example.refused("POST", "/v1/roster-plans/" + plan + "/publications", Map.of()));
        decisions.addAll(RiskExamples.of(month.rotation, month));
        decisions.addAll(ofTheAgreement(month));
        List<String> tried = new ArrayList<>();
        for (Example decision : decisions) {
            List<MatchResult> parts =
                    DECISION.matcher(decision.path()).results().toList();
            if (decision.endpoint().startsWith("POST")
                    && parts.size() == 1
                    && parts.getFirst().group(0).equals(decision.path())
                    && VERBS.contains(parts.getFirst().group(3))) {
                tried.add(parts.getFirst().group(1) + "/" + parts.getFirst().group(3));
                assertStale(decision, parts.getFirst());
            }
        }
        assertThat(tried)
                .as("%s", tried)
                .hasSizeGreaterThanOrEqualTo(33)
                .contains("duties/replacements", "practice-agreements/amendments", "incidents/overrides");
        assertThat(tried.stream().map(one -> one.substring(0, one.indexOf('/'))))
                .containsAll(TABLES.keySet());
    }

    @Test
    void theVersionThatWasReadIsGoodEnoughAndSoIsNone() {
        TestWard ward = new TestWard(new TestRotation(port, events), "junior", "junior");
        String first = wish(ward, "2026-10-05");
        assertThat(all().send("POST", first, Map.of()).status()).as("read as 1").isEqualTo(204);
        String second = wish(ward, "2026-10-06");
        assertThat(all().post(second, Map.of()).status()).as("not read").isEqualTo(204);
    }

    /** The thing is at another version than 1, which is what the test client has read. */
    private void assertStale(Example decision, MatchResult parts) {
        String table = TABLES.get(parts.group(1));
        assertThat(table).as(parts.group(1)).isNotNull();
        byte[] id = Ids.bytes(UUID.fromString(parts.group(2)));
        jdbc.update("update " + table + " set version = greatest(version, 2) where id = ?", id);
        Map<String, Object> before = jdbc.queryForMap("select * from " + table + " where id = ?", id);
        Answer answer = all().send("POST", decision.path(), decision.body());
        assertThat(answer.status()).as(decision.path() + ": " + answer.body()).isEqualTo(412);
        assertThat(jdbc.queryForMap("select * from " + table + " where id = ?", id))
                .usingRecursiveComparison()
                .isEqualTo(before);
    }

    /** What the two of a swap decide. */
    private static List<Example> ofTheSwap(List<Example> decisions) {
        String approvals = decisions.stream()
                .map(Example::path)
                .filter(path -> path.matches("/v1/duty-swaps/.*/approvals"))
                .findFirst()
                .orElseThrow();
        return Stream.of("acceptances", "declines", "withdrawals")
                .map(verb -> Example.refused("POST", approvals.replace("approvals", verb), Map.of()))
                .toList();
    }

    private List<Example> ofTheAgreement(TestMonth month) {
        String agreement = "/v1/practice-agreements/"
                + month.rotation
                        .registrar()
                        .get("/v1/practice-agreements?member=" + month.cardiologist)
                        .json()
                        .path("items")
                        .path(0)
                        .path("id")
                        .asString();
        Map<String, Object> reason = Map.of("reason", "test", "from", "2026-12-01");
        Map<String, Object> insurance =
                Map.of("policyNumber", "P-2", "insurer", "示例保险公司", "coverFen", 1, "validTo", "2028-01-01");
        return List.of(
                Example.refused("POST", agreement + "/suspensions", reason),
                Example.refused("POST", agreement + "/resumptions", Map.of()),
                Example.refused("POST", agreement + "/insurances", insurance),
                Example.refused("POST", agreement + "/endings", reason));
    }

    private String wish(TestWard ward, String date) {
        Answer made = ward.scheduler()
                .post(
                        "/v1/roster-wishes",
                        Map.of("memberId", ward.nurses.getFirst(), "date", date, "wanted", false, "weight", 1));
        assertThat(made.header("ETag")).isEqualTo("\"1\"");
        return "/v1/roster-wishes/" + made.id() + "/withdrawals";
    }

    private TestApi all() {
        return new TestApi(port)
                .as(TestCaller.named("all")
                        .with(Role.SCHEDULER, "*")
                        .with(Role.HR_OFFICER, "*")
                        .with(Role.REGISTRAR, "*")
                        .with(Role.ASSOCIATION_ADMIN, "*")
                        .with(Role.STAFF, "*")
                        .staffNo("NOBODY"));
    }
}
