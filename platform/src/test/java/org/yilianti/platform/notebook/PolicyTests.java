package org.yilianti.platform.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.notebook.NotebookApplication.PageWidth;
import org.yilianti.platform.policy.Policies;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestApi.Answer;
import org.yilianti.platform.test.TestCaller;
import tools.jackson.databind.JsonNode;

/** Every test decides for an association of its own. */
@ServiceTest
class PolicyTests {

    private static final String POLICIES = "/v1/policies/notebook";
    private static final String WIDTH = POLICIES + "/page-width";

    private final UUID association = UUID.randomUUID();

    @Autowired
    Policies policies;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private TestApi admin(String name) {
        return new TestApi(port)
                .as(TestCaller.named(name).with(Role.ASSOCIATION_ADMIN, "*").of(association));
    }

    private static Map<String, Object> width(Object columns, String from) {
        return Map.of("validFrom", from, "settings", Map.of("columns", columns), "reason", "read from afar");
    }

    private UUID propose(int columns, String from) {
        Answer proposed = admin("maker").post(WIDTH + "/proposals", width(columns, from));
        assertThat(proposed.status()).as(proposed.body()).isEqualTo(201);
        return proposed.id();
    }

    private Answer approve(UUID proposal, String by) {
        return admin(by).post(POLICIES + "/proposals/" + proposal + "/approvals", Map.of());
    }

    private int columns(String day) {
        return policies.inForce(association, PageWidth.class, LocalDate.parse(day))
                .columns();
    }

    @Test
    void theStandardHoldsUntilTheAssociationDecidesOtherwise() {
        assertThat(columns("2026-01-01")).isEqualTo(80);
        JsonNode shown = admin("anybody").get(WIDTH).json();
        assertThat(shown.path("settings").path("columns").asInt()).isEqualTo(80);
        assertThat(shown.path("version").isNull()).isTrue();
    }

    @Test
    void aProposalHoldsOnlyAfterASecondPersonApprovedItAndOnlyFromItsFirstDay() {
        UUID proposal = propose(120, "2026-03-01");
        assertThat(columns("2026-03-01")).isEqualTo(80);
        assertThat(approve(proposal, "maker").code()).isEqualTo("policy.own-proposal");
        assertThat(approve(proposal, "checker").json().path("version").asInt()).isEqualTo(1);
        assertThat(columns("2026-02-28")).isEqualTo(80);
        assertThat(columns("2026-03-01")).isEqualTo(120);
        assertThat(approve(proposal, "third").code()).isEqualTo("policy.decided");
    }

    @Test
    void theDatabaseItselfRefusesAMakerWhoChecked() {
        UUID proposal = propose(120, "2026-03-01");
        assertThatThrownBy(() -> jdbc.sql("update policy_version set decided_by = proposed_by where id = ?")
                        .param(Ids.bytes(proposal))
                        .update())
                .hasMessageContaining("policy_version_two_people");
    }

    @Test
    void aRefusedProposalNeverHoldsAndStaysReadable() {
        UUID proposal = propose(40, "2026-01-01");
        String refusals = POLICIES + "/proposals/" + proposal + "/refusals";
        assertThat(admin("checker").post(refusals, Map.of()).status()).isEqualTo(422);
        assertThat(admin("checker")
                        .post(refusals, Map.of("reason", "too narrow"))
                        .status())
                .isEqualTo(200);
        assertThat(columns("2026-06-01")).isEqualTo(80);
        JsonNode row =
                admin("reader").get(WIDTH + "/versions").json().path("items").path(0);
        assertThat(row.path("standing").asString()).isEqualTo("refused");
        assertThat(row.path("decisionReason").asString()).isEqualTo("too narrow");
    }

    @Test
    void aLaterDecisionHoldsFromItsFirstDayOnAndWhatWasKnownBeforeStaysAnswerable() {
        approve(propose(100, "2026-01-01"), "checker");
        approve(propose(110, "2026-07-01"), "checker");
        Instant before = Instant.now();
        approve(propose(120, "2026-03-01"), "checker");
        assertThat(List.of(columns("2026-02-01"), columns("2026-03-01"), columns("2026-08-01")))
                .containsExactly(100, 120, 120);
        LocalDate august = LocalDate.parse("2026-08-01");
        assertThat(policies.inForce(association, PageWidth.class, august, before)
                        .columns())
                .isEqualTo(110);
        assertThat(admin("reader")
                        .get(WIDTH + "?asOf=2026-08-01&knownAt=" + before)
                        .json()
                        .path("settings")
                        .path("columns")
                        .asInt())
                .isEqualTo(110);
    }

    /** Such a day or time is in no database. */
    @Test
    void daysAndTimesBeyondAllMeasureAreRefusedOrAnswered() {
        TestApi maker = admin("maker");
        assertThat(maker.post(WIDTH + "/proposals", width(1, "+999999999-12-31"))
                        .code())
                .isEqualTo("policy.day-unfit");
        assertThat(maker.get(WIDTH + "?knownAt=%2B999999999-12-31T23:59:59Z").status())
                .isEqualTo(200);
    }

    @Test
    void valuesThatThePolicyDoesNotAcceptAreRefusedWithTheReason() {
        TestApi maker = admin("maker");
        assertThat(maker.post(WIDTH + "/proposals", width(0, "2026-01-01")).code())
                .isEqualTo("note.empty");
        Answer tooWide = maker.post(WIDTH + "/proposals", width(501, "2026-01-01"));
        assertThat(tooWide.code()).isEqualTo("policy.settings-unfit");
        assertThat(tooWide.body()).contains("a page has at most 500 columns").contains("/settings");
        assertThat(maker.post(WIDTH + "/proposals", width("many", "2026-01-01")).code())
                .isEqualTo("policy.settings-unfit");
        Map<String, Object> unknown =
                Map.of("validFrom", "2026-01-01", "settings", Map.of("columns", 1, "rows", 2), "reason", "x");
        assertThat(maker.post(WIDTH + "/proposals", unknown).code()).isEqualTo("policy.settings-unfit");
        assertThat(maker.post(POLICIES + "/no-such/proposals", width(1, "2026-01-01"))
                        .code())
                .isEqualTo("policy.unknown");
    }

    @Test
    void anotherAssociationNeitherSeesNorDecidesAProposal() {
        UUID proposal = propose(120, "2026-03-01");
        TestApi stranger = new TestApi(port)
                .as(TestCaller.named("stranger")
                        .with(Role.ASSOCIATION_ADMIN, "*")
                        .of(UUID.randomUUID()));
        assertThat(stranger.post(POLICIES + "/proposals/" + proposal + "/approvals", Map.of())
                        .code())
                .isEqualTo("policy.proposal-unknown");
        assertThat(stranger.get(WIDTH + "/versions").json().path("items")).isEmpty();
    }

    @Test
    void anAdministratorOfSomeInstitutionsNeitherProposesNorDecides() {
        TestApi partial = new TestApi(port)
                .as(TestCaller.named("partial")
                        .with(Role.ASSOCIATION_ADMIN, "T01")
                        .of(association));
        UUID proposal = propose(120, "2026-03-01");
        assertThat(partial.post(WIDTH + "/proposals", width(90, "2026-01-01")).code())
                .isEqualTo("access.institution");
        for (String decision : List.of("approvals", "refusals")) {
            assertThat(partial.post(POLICIES + "/proposals/" + proposal + "/" + decision, Map.of("reason", "no"))
                            .code())
                    .isEqualTo("access.institution");
        }
    }

    @RepeatedTest(10)
    void decidersAtOnceGiveEachVersionOneNumberAndEachProposalOneDecision() throws Exception {
        List<Callable<Answer>> calls = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            UUID proposal = propose(100 + i, "2026-01-01");
            for (int j = 0; j < 3; j++) {
                String checker = "checker" + j;
                calls.add(() -> approve(proposal, checker));
            }
        }
        List<Integer> statuses = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Answer> call : threads.invokeAll(calls)) {
                statuses.add(call.get().status());
            }
        }
        assertThat(statuses.stream().filter(status -> status == 200)).hasSize(5);
        assertThat(statuses).allMatch(status -> status == 200 || status == 409);
        assertThat(jdbc.sql("select version from policy_version where association_id = ? order by version")
                        .param(Ids.bytes(association))
                        .query(Integer.class)
                        .list())
                .containsExactly(1, 2, 3, 4, 5);
    }
}
