package org.yilianti.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What the gateway decides or changes leaves a row that auditors find and nobody can alter unnoticed (V7, G4). */
@ExtendWith(GatewayTest.class)
class AuditTests {

    private static final String NEW = """
            {"name":"%s","displayName":"张三","staffNo":"S00099","password":"correct horse battery staple",
             "grants":[{"role":"registrar","institutions":["H01"]}]}""";

    private final GatewayTest.Shared shared;
    private final Caller caller;

    AuditTests(GatewayTest.Shared shared) {
        this.shared = shared;
        this.caller = shared.caller();
    }

    @Test
    void theLifeOfAnAccountIsToldWithoutPersonalData() {
        admin("POST", "/v1/accounts", NEW.formatted("told-1"));
        admin("PUT", "/v1/accounts/told-1/grants", "{\"grants\":[]}", "If-Match", "\"0\"");
        admin("POST", "/v1/accounts/told-1/closures", "{\"reason\":\"retired\"}");
        admin("POST", "/v1/accounts/told-1/reopenings", "{\"reason\":\"came back\"}");

        JsonNode rows = rowsOf("told-1");

        assertThat(actions(rows))
                .containsExactly("account.reopened", "account.closed", "account.grants-changed", "account.opened");
        assertThat(rows.valueStream())
                .allMatch(row -> row.get("actor").asString().equals("admin"));
        assertThat(rows.at("/2/detail/before").toString())
                .isEqualTo("[{\"role\":\"registrar\",\"institutions\":[\"H01\"]}]");
        assertThat(rows.at("/2/detail/after")).isEmpty();
        assertThat(rows.at("/1/detail/reason").asString()).isEqualTo("retired");
        assertThat(rows.toString()).doesNotContain("correct horse", "张三", "S00099", "bcrypt");
    }

    @Test
    void signInsAreToldAcceptedRefusedAndLocked() {
        admin("POST", "/v1/accounts", NEW.formatted("told-2"));
        shared.caller().signIn("told-2", RunningGateway.PASSWORD);
        for (int guess = 0; guess < 5; guess++) {
            shared.caller().signIn("told-2", "guess");
        }
        shared.caller().signIn("told-2", RunningGateway.PASSWORD);

        JsonNode rows = rowsOf("told-2");

        assertThat(actions(rows))
                .containsExactly(
                        "sign-in.refused",
                        "sign-in.locked",
                        "sign-in.refused",
                        "sign-in.refused",
                        "sign-in.refused",
                        "sign-in.refused",
                        "sign-in.refused",
                        "sign-in.accepted",
                        "account.opened");
        assertThat(rows.at("/0/detail/reason").asString()).isEqualTo("locked");
        assertThat(rows.at("/2/detail/reason").asString()).isEqualTo("wrong-password");
        assertThat(rows.at("/0/actor").asString()).isEqualTo("system:sign-in");
        assertThat(rows.at("/7/actor").asString()).isEqualTo("told-2");
    }

    @Test
    void whatIsNoAccountNameIsNeverCopiedForItMayBeAPassword() {
        shared.caller().signIn("my Secret Pass!", "x");
        shared.caller().signIn("MySecretPassword1", "x");

        JsonNode rows = rowsOf("(unknown)");

        assertThat(rows.valueStream().map(row -> row.at("/detail/reason").asString()))
                .contains("malformed-name", "wrong-password");
        assertThat(shared.gateway
                        .bean(JdbcClient.class)
                        .sql("SELECT COUNT(*) FROM audit_entry WHERE CONCAT(actor, subject_id, detail) LIKE '%ecret%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void theSeededAccountsAndClientsBeginWithARow() {
        assertThat(actions(rowsOf("registrar-h02"))).endsWith("account.opened");
        JsonNode client = rowsOf("cli");
        assertThat(actions(client)).containsExactly("client.registered");
        assertThat(client.at("/0/actor").asString()).isEqualTo("system:seeding");
    }

    @Test
    void auditorsAndAdministratorsOfTheWholeAssociationReadTheTrailAndNobodyElse() {
        assertThat(caller.call(shared.token("admin"), "GET", "/v1/audit-entries/gateway", "")
                        .statusCode())
                .isEqualTo(200);
        for (String other : new String[] {"hr", "registrar-h02", "doctor"}) {
            assertThat(caller.call(shared.token(other), "GET", "/v1/audit-entries/gateway", "")
                            .statusCode())
                    .as(other)
                    .isEqualTo(403);
        }
        admin("POST", "/v1/accounts", NEW.formatted("told-3").replace("registrar", "auditor"));
        HttpResponse<String> ofOneInstitution =
                caller.call(shared.caller().personToken("told-3"), "GET", "/v1/audit-entries/gateway", "");
        assertThat(Caller.json(ofOneInstitution).get("items").size()).isZero();
    }

    @Test
    void theChainIsSealedAndAnAlteredRowIsFound() {
        JdbcClient jdbc = shared.gateway.bean(JdbcClient.class);
        admin("POST", "/v1/accounts", NEW.formatted("told-4"));
        await().until(() ->
                jdbc.sql("SELECT COUNT(*) FROM audit_entry WHERE subject_id = 'told-4' AND position IS NOT NULL")
                                .query(Long.class)
                                .single()
                        == 1);
        assertThat(verification().get("whole").asBoolean()).isTrue();

        jdbc.sql("UPDATE audit_entry SET actor = 'nobody' WHERE subject_id = 'told-4'")
                .update();
        assertThat(verification().get("whole").asBoolean()).isFalse();
        jdbc.sql("UPDATE audit_entry SET actor = 'admin' WHERE subject_id = 'told-4'")
                .update();
        assertThat(verification().get("whole").asBoolean()).isTrue();
    }

    private JsonNode verification() {
        return Caller.json(caller.call(shared.token("auditor"), "GET", "/v1/audit-entries/gateway/verification", ""));
    }

    private JsonNode rowsOf(String subject) {
        String path = "/v1/audit-entries/gateway?limit=200&subjectId="
                + Caller.encoded(java.util.Map.of("", subject)).substring(1);
        return Caller.json(caller.call(shared.token("auditor"), "GET", path, ""))
                .get("items");
    }

    private static List<String> actions(JsonNode rows) {
        return rows.valueStream().map(row -> row.get("action").asString()).toList();
    }

    private void admin(String method, String path, String body, String... headers) {
        assertThat(caller.call(shared.token("admin"), method, path, body, headers)
                        .statusCode())
                .isBetween(200, 201);
    }
}
