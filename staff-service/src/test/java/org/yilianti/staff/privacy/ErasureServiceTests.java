package org.yilianti.staff.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.yilianti.staff.Registry.appointment;
import static org.yilianti.staff.Registry.created;
import static org.yilianti.staff.Registry.physician;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.test.EventContract;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestApi.Answer;
import org.yilianti.platform.test.TestCaller;
import org.yilianti.platform.test.TestEvents;
import org.yilianti.staff.Registry;
import org.yilianti.staff.agenda.AgendaWorker;
import tools.jackson.databind.JsonNode;

/** Erasing what law does not ask to keep (R3; PIPL art. 47). */
@ServiceTest
class ErasureServiceTests {

    private static final String HEADER =
            "staff_no,name,name_latin,sex,birth_date,national_id,phone,category,title,title_since,specialty,"
                    + "specialty_since,institution_head\n";

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestEvents events;

    @Autowired
    AgendaWorker agenda;

    @LocalServerPort
    int port;

    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private Registry registry = new Registry(0, new UUID(0, 0));
    private UUID member = new UUID(0, 0);

    @BeforeEach
    void somebodyIsRegistered() {
        registry = Registry.empty(port);
        registry.institution("T01");
        member = created(registry.hr().post("/v1/members", physician(1)));
    }

    private void workedUntil(LocalDate end) {
        created(registry.hr()
                .post("/v1/members/" + member + "/appointments", appointment("T01", "validTo", end.toString())));
    }

    private Answer proposed() {
        return registry.hr().post("/v1/members/" + member + "/erasures", Map.of("reason", "asked in writing"));
    }

    private TestApi admin(String name) {
        return new TestApi(port)
                .as(TestCaller.named(name).with(Role.ASSOCIATION_ADMIN, "*").of(registry.association()));
    }

    private Answer approved(UUID erasure) {
        return admin("admin").send("POST", "/v1/erasures/" + erasure + "/approvals", Map.of());
    }

    private Map<String, Object> row(String query) {
        return jdbc.sql(query).param(Ids.bytes(member)).query().singleRow();
    }

    @Test
    void whoHasLeftIsFoundAndNamedNowhereAnyMoreAndOtherServicesHearIt_R3() {
        workedUntil(today.minusYears(3));
        Answer done = approved(created(proposed()));
        assertThat(done.status()).as(done.body()).isEqualTo(200);
        assertThat(done.json().path("kept").size()).isEqualTo(1);
        assertThat(row("select name, name_latin, birth_date, phone_sealed, name_pinyin from member where id = ?")
                        .values())
                .as("name, contact and day of birth")
                .extracting(String::valueOf)
                .containsExactly("已删除", "null", "1980-01-01", "null", "");
        assertThat(registry.hr().get("/v1/members/matches?q=shen").body()).doesNotContain("S00001");
        assertThat(registry.hr().get("/v1/members?q=S00001").body()).doesNotContain("S00001");
        assertThat(registry.hr().get("/v1/members/" + member).body())
                .contains("S00001", "******************")
                .doesNotContain("沈文博", "Shen Wenbo", "1980-05-17");
        await().untilAsserted(() -> {
            String last = events.bodies("staff.members", member).getLast();
            EventContract.assertValid("staff.member-changed.v1", last);
            assertThat(last).contains("已删除", "\"version\":3").doesNotContain("沈文博", "Shen");
        });
    }

    @Test
    void whatLawAsksToKeepIsSealedUntilItsDayAndGoesByItself_R3() {
        workedUntil(today.minusYears(1));
        UUID id = created(proposed());
        JsonNode kept = approved(id).json().path("kept");
        assertThat(kept.path(0).path("until").asString())
                .isEqualTo(today.plusYears(1).toString());
        assertThat(kept.path(0).path("basis").asString()).contains("50");
        assertThat(row("select kept_sealed from erasure where member_id = ?").get("kept_sealed"))
                .isNotNull();
        agenda.workOff();
        assertThat(row("select kept_sealed from erasure where member_id = ?").get("kept_sealed"))
                .isNotNull();

        jdbc.sql("update erasure set kept_until = ? where id = ?")
                .params(today, Ids.bytes(id))
                .update();
        jdbc.sql("update agenda_item set due_on = ? where subject_id = ?")
                .params(today, Ids.bytes(id))
                .update();
        agenda.workOff();
        await().untilAsserted(() -> assertThat(row("select kept_sealed from erasure where member_id = ?")
                        .get("kept_sealed"))
                .isNull());
    }

    @Test
    void whoWorksHereOrWillIsNotErased_R3() {
        workedUntil(today.plusDays(1));
        Answer refused = proposed();
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("erasure.still-appointed");
    }

    @Test
    void somebodyWhoComesBackBetweenProposalAndDecisionIsNotErased_R3() {
        UUID id = created(proposed());
        workedUntil(today.plusDays(9));
        assertThat(approved(id).code()).isEqualTo("erasure.still-appointed");
        assertThat(registry.hr().get("/v1/members/" + member).body()).contains("沈文博");
    }

    @Test
    void nobodyErasesAlone_R3() {
        TestApi both = new TestApi(port)
                .as(TestCaller.named("both")
                        .with(Role.HR_OFFICER, "*")
                        .with(Role.ASSOCIATION_ADMIN, "*")
                        .of(registry.association()));
        UUID id = created(both.post("/v1/members/" + member + "/erasures", Map.of("reason", "asked")));
        Answer own = both.send("POST", "/v1/erasures/" + id + "/approvals", Map.of());
        assertThat(own.status()).isEqualTo(403);
        assertThat(own.code()).isEqualTo("erasure.same-person");
        assertThat(proposed().code()).isEqualTo("erasure.open");
        Answer refused = admin("admin").send("POST", "/v1/erasures/" + id + "/refusals", Map.of("reason", "lawsuit"));
        assertThat(refused.json().path("state").asString()).isEqualTo("refused");
        assertThat(admin("other").get("/v1/erasures?state=refused").body()).contains(id.toString());
        created(proposed());
    }

    @Test
    void ofTwoWhoDecideAtOnceOneDoes_R3() throws Exception {
        UUID id = created(proposed());
        try (var two = Executors.newFixedThreadPool(4)) {
            List<Callable<Integer>> decisions = List.of(
                    () -> approved(id).status(),
                    () -> approved(id).status(),
                    () -> admin("second")
                            .send("POST", "/v1/erasures/" + id + "/approvals", Map.of())
                            .status(),
                    () -> admin("third")
                            .send("POST", "/v1/erasures/" + id + "/approvals", Map.of())
                            .status());
            assertThat(two.invokeAll(decisions).stream().map(Future::resultNow))
                    .containsOnlyOnce(200)
                    .allMatch(status -> status == 200 || status == 409 || status == 412);
        }
    }

    @Test
    void anErasedRecordTakesNoChangeByFormOrFileAndTheNationalIdIsFree_R3() {
        approved(created(proposed()));
        assertThat(registry.hr()
                        .put("/v1/members/" + member, physician(1), "\"2\"")
                        .code())
                .isEqualTo("member.erased");
        assertThat(registry.hr()
                        .post("/v1/members/" + member + "/appointments", appointment("T01"))
                        .code())
                .isEqualTo("member.erased");
        String id = String.valueOf(physician(1).get("nationalId"));
        JsonNode job = registry.imported(
                "members", HEADER + "S00001,沈文博,,male,1980-05-17," + id + ",,physician,junior,,,,false\n");
        assertThat(job.path("rejected").asInt()).isEqualTo(1);
        assertThat(registry.hr()
                        .get("/v1/imports/" + job.path("id").asString() + "/rows?status=rejected")
                        .body())
                .contains("member-erased");
        created(registry.hr().post("/v1/members", physician(1, "staffNo", "S90001")));
    }
}
