package org.yilianti.incentive.payrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yilianti.incentive.payrun.PaySchemeDocuments.scheme;
import static org.yilianti.incentive.payrun.PaySchemeDocuments.term;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestApi.Answer;
import org.yilianti.platform.test.TestCaller;
import tools.jackson.databind.JsonNode;

/** Pay schemes are written, published by another person, compared, exported and imported (I5). */
@ServiceTest
class PaySchemeApiTests {

    private static final String SCHEMES = "/v1/pay-schemes";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    final UUID association = Ids.next();

    private TestApi as(String name, Role... roles) {
        TestCaller caller = TestCaller.named(name).of(association);
        for (Role role : roles) {
            caller = caller.with(role, "*");
        }
        return new TestApi(port).as(caller);
    }

    private TestApi author() {
        return as("author", Role.PAYROLL_OFFICER);
    }

    private TestApi publisher() {
        return as("publisher", Role.PAYROLL_REVIEWER);
    }

    private Answer draft(Map<String, Object> document) {
        return author().post(SCHEMES, document);
    }

    @Test
    void aSchemeIsDraftedRevisedAndPublishedAndThenChangesNoMore() {
        Answer drafted = draft(scheme("县域薪酬", "2026-10"));
        assertThat(drafted.status()).as(drafted.body()).isEqualTo(201);
        String address = SCHEMES + "/" + drafted.id();
        Answer revised = author().put(address, scheme("县域薪酬", "2026-11"), drafted.header("ETag"));
        assertThat(revised.json().path("validFrom").asString()).isEqualTo("2026-11");
        assertThat(publisher().post(address + "/publications", Map.of()).status())
                .isEqualTo(200);
        Answer late = author().put(address, scheme("县域薪酬", "2026-12"), "\"3\"");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.code()).isEqualTo("payscheme.published");
        assertThat(author().delete(address, "\"3\"").code()).isEqualTo("payscheme.published");
        assertThat(draft(scheme("县域薪酬", "2026-12")).json().path("edition").asInt())
                .isEqualTo(2);
    }

    @Test
    void whoWroteASchemeDoesNotPublishItAndTheDatabaseSaysSoToo() {
        TestApi both = as("both", Role.PAYROLL_OFFICER, Role.PAYROLL_REVIEWER);
        UUID id = both.post(SCHEMES, scheme("own", "2026-10")).id();
        Answer refused = both.post(SCHEMES + "/" + id + "/publications", Map.of());
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("payscheme.publisher-is-author");
        assertThatThrownBy(() -> jdbc.sql(
                                "update pay_scheme set status = 'published', published_at = now(6), published_by = created_by where id = ?")
                        .param(Ids.bytes(id))
                        .update())
                .hasStackTraceContaining("pay_scheme_second_person");
    }

    /** I5, V5: nobody gets terms of their own published by putting them into the draft of another. */
    @Test
    void aDraftIsRevisedByItsAuthorAlone() {
        UUID id = draft(scheme("foreign", "2026-10")).id();
        TestApi both = as("both", Role.PAYROLL_OFFICER, Role.PAYROLL_REVIEWER);
        Answer revised = both.put(SCHEMES + "/" + id, scheme("foreign", "2026-11"), "\"1\"");
        assertThat(revised.status()).isEqualTo(403);
        assertThat(revised.code()).isEqualTo("payscheme.reviser-is-not-author");
        assertThat(both.post(SCHEMES + "/" + id + "/publications", Map.of())
                        .json()
                        .path("validFrom")
                        .asString())
                .isEqualTo("2026-10");
    }

    /** G5, V5: who publishes what was read does not publish what came in its place. */
    @Test
    void aDraftThatChangedSinceItWasReadIsNotPublished() {
        String address = SCHEMES + "/" + draft(scheme("moving", "2026-10")).id();
        author().put(address, scheme("moving", "2026-11"), "\"1\"");
        assertThat(publisher().send("POST", address + "/publications", Map.of()).status())
                .as("with the first version's ETag")
                .isEqualTo(412);
        assertThat(publisher().post(address + "/publications", Map.of()).status())
                .as("without any")
                .isEqualTo(200);
    }

    @Test
    void anOldVersionIsNotOverwrittenAndADraftIsThrownAway() {
        Answer drafted = draft(scheme("stale", "2026-10"));
        String address = SCHEMES + "/" + drafted.id();
        author().put(address, scheme("stale", "2026-11"), "\"1\"");
        assertThat(author().put(address, scheme("stale", "2026-12"), "\"1\"").status())
                .isEqualTo(412);
        assertThat(author().delete(address, "\"1\"").status()).isEqualTo(412);
        assertThat(author().delete(address, "\"2\"").status()).isEqualTo(204);
        assertThat(author().get(address).status()).isEqualTo(404);
    }

    @Test
    void aStormOfPublicationsPublishesOnce() throws Exception {
        UUID id = draft(scheme("storm", "2026-10")).id();
        try (ExecutorService storm = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> answers = IntStream.range(0, 16)
                    .mapToObj(i -> storm.submit(
                            () -> publisher().post(SCHEMES + "/" + id + "/publications", Map.of(), id + "-" + i)))
                    .toList();
            int published = 0;
            for (Future<Answer> answer : answers) {
                assertThat(answer.get().status()).as(answer.get().body()).isIn(200, 409);
                published += answer.get().status() == 200 ? 1 : 0;
            }
            assertThat(published).isEqualTo(1);
        }
    }

    @Test
    void whatIsExportedDraftsTheSameSchemeElsewhere() {
        UUID id = draft(scheme("out", "2026-10", term("cap", "cap", Map.of("timesMean", "3"))))
                .id();
        Answer exported = author().get(SCHEMES + "/" + id + "/export");
        assertThat(exported.header("Content-Disposition")).contains("pay-scheme.json");
        TestApi elsewhere =
                new TestApi(port).as(TestCaller.named("author").of(Ids.next()).with(Role.PAYROLL_OFFICER, "*"));
        Answer imported = elsewhere.post(SCHEMES, exported.body());
        assertThat(imported.status()).as(imported.body()).isEqualTo(201);
        assertThat(imported.json().path("terms")).isEqualTo(exported.json().path("terms"));
        assertThat(elsewhere.get(SCHEMES + "/" + id).status())
                .as("of another association")
                .isEqualTo(404);
    }

    @Test
    void twoEditionsAreComparedSettingBySetting() {
        UUID first = draft(scheme("two", "2026-10", term("floor", "least", Map.of("fen", 100))))
                .id();
        Map<String, Object> changed = scheme("two", "2026-11", term("cap", "most", Map.of("timesMean", "2.50")));
        UUID second = draft(changed).id();
        JsonNode differences = author().get(SCHEMES + "/" + first + "/differences?to=" + second)
                .json();
        assertThat(differences.valueStream().map(JsonNode::toString))
                .contains(
                        "{\"term\":\"\",\"setting\":\"validFrom\",\"before\":\"2026-10\",\"after\":\"2026-11\"}",
                        "{\"term\":\"least\",\"setting\":\"fen\",\"before\":\"100\",\"after\":null}",
                        "{\"term\":\"most\",\"setting\":\"timesMean\",\"before\":null,\"after\":\"2.50\"}")
                .noneMatch(one -> one.contains("\"work\""));
    }

    @Test
    void allThatIsWrongWithTheTermsIsSaidAtOnce() {
        Map<String, Object> bad = scheme(
                "bad",
                "2026-10",
                term("cap", "cap", Map.of("timesMean", "0.9")),
                term("night-factor", "night", Map.of("factor", "0")),
                term("floor", "drug-revenue", Map.of("fen", 5)));
        bad.put("terms", ((List<?>) bad.get("terms")).subList(1, 7));
        Answer refused = draft(bad);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("errors").valueStream().map(one -> one.path("code")
                        .asString()))
                .contains(
                        "payscheme.cap-below-mean",
                        "payscheme.code-repeated",
                        "payscheme.type-repeated",
                        "payscheme.factor-unfit",
                        "payscheme.term-missing",
                        "payscheme.income-weighted");
    }

    @Test
    void aKindOfServiceThatIsMedicalIncomeIsRefusedWithTheClause() {
        Map<String, Object> scheme = scheme("income", "2026-10");
        scheme.put(
                "terms",
                List.of(
                        term("standard-workload", "work", Map.of("weights", Map.of("药品收入", "1"))),
                        term("quality", "quality", Map.of()),
                        term("post-coefficient", "post", Map.of("coefficients", Map.of("junior", "1")))));
        Answer refused = draft(scheme);
        assertThat(refused.json().path("errors").path(0).path("code").asString())
                .isEqualTo("payscheme.income-weighted");
        assertThat(refused.body()).contains("九不准");
    }

    @Test
    void otherMoneyThanYuanAndFactorsWithoutMeasureAreRefused() {
        Map<String, Object> dollars = scheme("usd", "2026-10");
        dollars.put("currency", "USD");
        assertThat(draft(dollars).code()).isEqualTo("payscheme.currency-not-cny");
        for (String factor : List.of("-1", "10.01", "1.001", "1E-999999999", "1E999999999")) {
            Map<String, Object> unfit = scheme(
                    "unfit",
                    "2026-10",
                    term("grassroots-preference", "g", Map.of("factor", factor, "tiers", List.of("x"))));
            assertThat(draft(unfit).status()).as(factor).isEqualTo(422);
        }
        Map<String, Object> unknown = scheme("unknown", "2026-10", term("script", "s", new HashMap<>()));
        assertThat(draft(unknown).status()).isBetween(400, 422);
        Map<String, Object> nameless = scheme("nameless", "2026-10");
        nameless.put("terms", List.of(Map.of("type", "quality", "code", "q", "name", "质量")));
        assertThat(draft(nameless).json().path("errors").path(0).path("pointer").asString())
                .isEqualTo("/terms/0/nameEn");
    }
}
