package org.yilianti.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Accounts through the API of the association-admin (G2, G5). */
@ExtendWith(GatewayTest.class)
class AccountTests {

    private static final String NEW = """
            {"name":"%s","displayName":"New 新","password":"correct horse battery staple",
             "grants":[{"role":"registrar","institutions":["H02","H01"]}]}""";
    private static final String AUDITOR = "{\"grants\":[{\"role\":\"auditor\",\"institutions\":[\"*\"]}]}";

    private final GatewayTest.Shared shared;
    private final Caller caller;

    AccountTests(GatewayTest.Shared shared) {
        this.shared = shared;
        this.caller = shared.caller();
    }

    @Test
    void anAdministratorOpensAnAccountThatWorksAtOnce() {
        HttpResponse<String> opened = send("admin", "POST", "/v1/accounts", NEW.formatted("new-1"));

        assertThat(opened.statusCode()).isEqualTo(201);
        assertThat(opened.headers().firstValue("Location")).hasValue("/v1/accounts/new-1");
        assertThat(opened.body()).doesNotContain("correct horse");
        JsonNode claims = Caller.part(shared.caller().personToken("new-1"), 1);
        assertThat(claims.get("grants").toString())
                .isEqualTo("[{\"role\":\"registrar\",\"institutions\":[\"H01\",\"H02\"]}]");
    }

    @Test
    void aNameIsGivenOnce() {
        send("admin", "POST", "/v1/accounts", NEW.formatted("new-2"));

        HttpResponse<String> again = send("admin", "POST", "/v1/accounts", NEW.formatted("new-2"));

        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(code(again)).isEqualTo("account.exists");
    }

    @Test
    void changedGrantsCountWithTheNextToken() {
        String etag = etag(send("admin", "POST", "/v1/accounts", NEW.formatted("new-3")));

        HttpResponse<String> changed = send("admin", "PUT", "/v1/accounts/new-3/grants", AUDITOR, "If-Match", etag);

        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(Caller.part(shared.caller().personToken("new-3"), 1)
                        .get("grants")
                        .toString())
                .isEqualTo("[{\"role\":\"auditor\",\"institutions\":[\"*\"]}]");
    }

    @Test
    void aChangeNamesTheVersionThatWasReadAndAStaleOneIsRefused() {
        send("admin", "POST", "/v1/accounts", NEW.formatted("new-4"));
        String read = etag(send("admin", "GET", "/v1/accounts/new-4", ""));

        HttpResponse<String> without = send("admin", "PUT", "/v1/accounts/new-4/grants", AUDITOR);
        HttpResponse<String> first = send("admin", "PUT", "/v1/accounts/new-4/grants", AUDITOR, "If-Match", read);
        HttpResponse<String> stale =
                send("admin", "PUT", "/v1/accounts/new-4/grants", "{\"grants\":[]}", "If-Match", read);

        assertThat(without.statusCode()).isEqualTo(428);
        assertThat(code(without)).isEqualTo("request.if-match-missing");
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(etag(first)).isNotEqualTo(read);
        assertThat(stale.statusCode()).isEqualTo(412);
        HttpResponse<String> now = send("admin", "GET", "/v1/accounts/new-4", "");
        assertThat(etag(now)).isEqualTo(etag(first));
        assertThat(Caller.json(now).at("/grants/0/role").asString()).isEqualTo("auditor");
    }

    @Test
    void aRepeatedOpeningHasOneEffectAndAnotherBodyUnderItsKeyIsRefused() {
        String key = UUID.randomUUID().toString();
        HttpResponse<String> first = open("new-5", key);
        HttpResponse<String> repeated = open("new-5", key);
        HttpResponse<String> other = open("new-6", key);

        assertThat(repeated.statusCode()).isEqualTo(201);
        assertThat(repeated.body()).isEqualTo(first.body());
        assertThat(etag(repeated)).isEqualTo(etag(first));
        assertThat(repeated.headers().firstValue("Idempotency-Replayed")).hasValue("true");
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(code(other)).isEqualTo("idempotency.key-reused");
        HttpResponse<String> without = caller.send(caller.request("/v1/accounts")
                .header("Authorization", "Bearer " + shared.token("admin"))
                .header("Content-Type", "application/json")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(NEW.formatted("new-7"))));
        assertThat(without.statusCode()).isEqualTo(400);
        assertThat(code(without)).isEqualTo("idempotency.key-missing");
    }

    @Test
    void tenAtOnceWithOneKeyOpenOneAccountAndTheOthersWaitOrGetItsAnswer() {
        String key = UUID.randomUUID().toString();
        shared.token("admin");

        List<Integer> statuses = IntStream.range(0, 10)
                .parallel()
                .mapToObj(attempt -> open("new-8", key).statusCode())
                .toList();

        assertThat(statuses).contains(201).allMatch(status -> status == 201 || status == 409);
        assertThat(open("new-8", key).statusCode()).isEqualTo(201);
        Long openings = shared.gateway
                .bean(JdbcClient.class)
                .sql("SELECT COUNT(*) FROM audit_entry WHERE action = 'account.opened' AND subject_id = 'new-8'")
                .query(Long.class)
                .single();
        assertThat(openings).isEqualTo(1);
    }

    @Test
    void theKeyOfAForwardedPostIsTheBusinessOfItsService() {
        String key = UUID.randomUUID().toString();
        int before = shared.staff.asked().size();

        for (int call = 0; call < 2; call++) {
            assertThat(send("admin", "POST", "/v1/members", "{}", "Idempotency-Key", key)
                            .statusCode())
                    .isEqualTo(200);
        }

        assertThat(shared.staff.asked().subList(before, shared.staff.asked().size()))
                .filteredOn(asked -> asked.header("Idempotency-Key").contains(key))
                .hasSize(2);
    }

    @Test
    void nobodyElseSeesOrChangesAccounts() {
        for (String other : new String[] {"hr", "auditor", "registrar-h02", "doctor"}) {
            assertThat(send(other, "GET", "/v1/accounts", "").statusCode())
                    .as(other)
                    .isEqualTo(403);
            HttpResponse<String> denied =
                    send(other, "PUT", "/v1/accounts/" + other + "/grants", AUDITOR, "If-Match", "\"0\"");
            assertThat(denied.statusCode()).as(other).isEqualTo(403);
            assertThat(code(denied)).isEqualTo("access.denied");
        }
    }

    @Test
    void theListIsPagedByNameAndShowsNoPassword() {
        HttpResponse<String> first = send("admin", "GET", "/v1/accounts?limit=2", "");
        JsonNode page = Caller.json(first);

        assertThat(page.at("/items/0/name").asString()).isEqualTo("admin");
        assertThat(page.at("/items/1/name").asString()).isEqualTo("arbiter");
        assertThat(page.get("items").size()).isEqualTo(2);
        assertThat(first.body()).doesNotContain("password", "bcrypt");
        String next = page.get("next").asString();
        JsonNode second = Caller.json(send("admin", "GET", "/v1/accounts?limit=2&after=" + next, ""));
        assertThat(second.at("/items/0/name").asString()).isEqualTo("auditor");
        assertThat(second.at("/items/1/name").asString()).isEqualTo("doctor");
        assertThat(code(send("admin", "GET", "/v1/accounts?limit=201", ""))).isEqualTo("request.limit-invalid");
        assertThat(send("admin", "GET", "/v1/accounts/nobody", "").statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsWrongWithABodyIsToldFieldByFieldInTheCallersLanguage() {
        HttpResponse<String> answer = send("admin", "POST", "/v1/accounts", """
                {"name":"not a name","displayName":" ","password":"correct horse battery staple",
                 "grants":[{"role":"auditor","institutions":[]},{"role":"auditor","institutions":["H 1"]}]}""", "Accept-Language", "zh-CN");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(code(answer)).isEqualTo("request.invalid");
        assertThat(Caller.json(answer).get("errors").valueStream())
                .extracting(error -> error.get("pointer").asString())
                .containsExactlyInAnyOrder(
                        "/name", "/displayName", "/grants/0/institutions", "/grants/1/institutions/0");
        assertThat(Caller.json(answer).get("errors").toString()).contains("不能为空");
    }

    @Test
    void anUnknownAccountRoleOrAWeakPasswordIsRefused() {
        assertThat(send("admin", "PUT", "/v1/accounts/nobody/grants", "{\"grants\":[]}", "If-Match", "\"0\"")
                        .statusCode())
                .isEqualTo(404);
        HttpResponse<String> role =
                send("admin", "POST", "/v1/accounts", NEW.formatted("new-9").replace("registrar", "king"));
        assertThat(role.statusCode()).isEqualTo(422);
        assertThat(Caller.json(role).at("/errors/0/pointer").asString()).isEqualTo("/grants/0/role");
        for (String weak : new String[] {"short", "密".repeat(25)}) {
            HttpResponse<String> answer = send(
                    "admin",
                    "POST",
                    "/v1/accounts",
                    NEW.formatted("new-9").replace("correct horse battery staple", weak));
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(Caller.json(answer).at("/errors/0/pointer").asString()).isEqualTo("/password");
        }
        assertThat(send("admin", "GET", "/v1/accounts/new-9", "").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> open(String name, String key) {
        return send("admin", "POST", "/v1/accounts", NEW.formatted(name), "Idempotency-Key", key);
    }

    private HttpResponse<String> send(String name, String method, String path, String body, String... headers) {
        return caller.call(shared.token(name), method, path, body, headers);
    }

    private static String code(HttpResponse<String> answer) {
        return Caller.json(answer).get("code").asString();
    }

    private static String etag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }
}
