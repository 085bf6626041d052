package org.yilianti.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Accounts through the API of the association-admin. */
@ExtendWith(GatewayTest.class)
class AccountTests {

    private static final String NEW = """
            {"name":"%s","displayName":"New 新","password":"correct horse battery staple",
             "grants":[{"role":"registrar","institutions":["H02","H01"]}]}""";

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
        assertThat(Caller.json(again).get("code").asString()).isEqualTo("account.exists");
    }

    @Test
    void changedGrantsCountWithTheNextToken() {
        send("admin", "POST", "/v1/accounts", NEW.formatted("new-3"));

        HttpResponse<String> changed = send(
                "admin",
                "PUT",
                "/v1/accounts/new-3/grants",
                "{\"grants\":[{\"role\":\"auditor\",\"institutions\":[\"*\"]}]}");

        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(Caller.part(shared.caller().personToken("new-3"), 1)
                        .get("grants")
                        .toString())
                .isEqualTo("[{\"role\":\"auditor\",\"institutions\":[\"*\"]}]");
    }

    @Test
    void nobodyElseSeesOrChangesAccounts() {
        for (String other : new String[] {"hr", "auditor", "registrar-h02", "doctor"}) {
            assertThat(send(other, "GET", "/v1/accounts", "").statusCode())
                    .as(other)
                    .isEqualTo(403);
            HttpResponse<String> denied = send(
                    other,
                    "PUT",
                    "/v1/accounts/" + other + "/grants",
                    "{\"grants\":[{\"role\":\"association-admin\",\"institutions\":[\"*\"]}]}");
            assertThat(denied.statusCode()).as(other).isEqualTo(403);
            assertThat(Caller.json(denied).get("code").asString()).isEqualTo("access.denied");
        }
    }

    @Test
    void theListIsPagedByNameAndShowsNoPassword() {
        HttpResponse<String> first = send("admin", "GET", "/v1/accounts?limit=2", "");
        JsonNode page = Caller.json(first);

        assertThat(page.get("items").get(0).get("name").asString()).isEqualTo("admin");
        assertThat(page.get("items").size()).isEqualTo(2);
        assertThat(page.get("next").asString()).isEqualTo("auditor");
        assertThat(first.body()).doesNotContain("password", "bcrypt");
        JsonNode second = Caller.json(send("admin", "GET", "/v1/accounts?limit=2&after=auditor", ""));
        assertThat(second.get("items").get(0).get("name").asString()).isEqualTo("doctor");
    }

    @Test
    void anUnknownAccountRoleOrAWeakPasswordIsRefused() {
        assertThat(send("admin", "PUT", "/v1/accounts/nobody/grants", "{\"grants\":[]}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(send("admin", "POST", "/v1/accounts", NEW.formatted("new-4").replace("registrar", "king"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(send(
                                "admin",
                                "POST",
                                "/v1/accounts",
                                NEW.formatted("new-5").replace("correct horse battery staple", "short"))
                        .statusCode())
                .isEqualTo(400);
    }

    private HttpResponse<String> send(String name, String method, String path, String body) {
        Caller person = shared.caller();
        return caller.send(caller.request(path)
                .header("Authorization", "Bearer " + person.personToken(name))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body)));
    }
}
