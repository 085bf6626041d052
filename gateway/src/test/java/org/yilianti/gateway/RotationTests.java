package org.yilianti.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.jwk.JWKSet;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.yilianti.local.database.DatabaseAccess;
import tools.jackson.databind.JsonNode;

/** The key that signs tokens is replaced while two replicas serve and a service verifies, and nobody notices (G2). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RotationTests {

    private final UpstreamService staff = new UpstreamService("staff");
    private final DatabaseAccess schema = RunningGateway.newSchema();
    private final RunningGateway one = start(Map.of());
    private final RunningGateway two =
            start(Map.of("PLATFORM_JWT_ISSUER", one.uri().toString()));
    private final Caller atOne = new Caller(one.uri());
    private final Caller atTwo = new Caller(two.uri());

    private RunningGateway start(Map<String, String> more) {
        Map<String, String> settings = new java.util.LinkedHashMap<>(more);
        settings.put("gateway.routing.staff-uris", staff.uri().toString());
        settings.put("gateway.issuer.key-announcement", "8s");
        return RunningGateway.start(schema, settings);
    }

    @AfterAll
    void stop() {
        one.close();
        two.close();
        staff.close();
    }

    @Test
    void noTokenIsRefusedAnywhereWhileTheKeyIsReplaced() throws Exception {
        String admin = atOne.personToken("admin");
        String old = atOne.machineToken("hr-import");
        NimbusJwtDecoder service = NimbusJwtDecoder.withJwkSetUri(two.uri() + "/oauth2/jwks")
                .jwsAlgorithm(SignatureAlgorithm.RS256)
                .validateType(false)
                .build();
        service.setJwtValidator(new JwtTimestampValidator());
        service.decode(old);
        List<String> failures = new CopyOnWriteArrayList<>();
        Set<String> signers = ConcurrentHashMap.newKeySet();
        AtomicBoolean over = new AtomicBoolean();
        List<Thread> callers = new ArrayList<>();
        for (Caller issuing : List.of(atOne, atTwo)) {
            callers.add(Thread.startVirtualThread(() -> {
                while (!over.get()) {
                    String token = issuing.machineToken("his");
                    signers.add(kid(token));
                    try {
                        service.decode(token);
                    } catch (RuntimeException refused) {
                        failures.add("service: " + refused.getMessage());
                    }
                    expectAccepted(atOne, token, failures);
                    expectAccepted(atTwo, token, failures);
                }
            }));
        }

        HttpResponse<String> announced = atOne.call(admin, "POST", "/v1/signing-keys", "");
        assertThat(announced.statusCode()).as(announced.body()).isEqualTo(201);
        String next = Caller.json(announced).get("kid").asString();
        await().atMost(Duration.ofSeconds(40))
                .until(() -> kid(atOne.machineToken("his")).equals(next)
                        && kid(atTwo.machineToken("his")).equals(next));
        Thread.sleep(2000);
        over.set(true);
        for (Thread caller : callers) {
            caller.join();
        }

        assertThat(failures).isEmpty();
        assertThat(signers).containsExactlyInAnyOrder(kid(old), next);
        expectAccepted(atOne, old, failures);
        expectAccepted(atTwo, old, failures);
        service.decode(old);
        assertThat(failures).as("what the old key signed stays valid").isEmpty();
        JWKSet published = JWKSet.parse(atTwo.get("/oauth2/jwks").body());
        assertThat(published.getKeys()).hasSize(2);
        assertThat(published.containsNonPublicKeys()).isFalse();
        assertTold(admin, next, kid(old));
        expireOldKey(kid(old), old);
    }

    private void assertTold(String admin, String next, String old) {
        JsonNode keys = Caller.json(atTwo.call(admin, "GET", "/v1/signing-keys", ""));
        assertThat(keys.at("/0/kid").asString()).isEqualTo(next);
        assertThat(keys.at("/0/standing").asString()).isEqualTo("signing");
        assertThat(keys.at("/1/kid").asString()).isEqualTo(old);
        assertThat(keys.at("/1/standing").asString()).isEqualTo("verifying");
        assertThat(keys.toString()).doesNotContain("\"d\"", "\"n\"");
        JsonNode rows = Caller.json(atOne.call(admin, "GET", "/v1/audit-entries/gateway?subjectId=" + next, ""));
        assertThat(rows.at("/items/0/action").asString()).isEqualTo("signing-key.rotated");
    }

    /** The end of the old key's time, put forward. */
    private void expireOldKey(String kid, String token) {
        one.bean(JdbcClient.class)
                .sql("UPDATE signing_key SET verifies_until = '2026-01-01' WHERE kid = ?")
                .param(kid)
                .update();
        await().atMost(Duration.ofSeconds(15)).until(() -> status(atOne, token) == 401);
    }

    @Test
    void aKeyIsNotAnnouncedBeforeThePreviousOneSignsAndNotByEverybody() {
        String admin = atTwo.personToken("admin");
        await().atMost(Duration.ofSeconds(30)).until(() -> Caller.json(atTwo.call(admin, "GET", "/v1/signing-keys", ""))
                .at("/0/standing")
                .asString()
                .equals("signing"));

        assertThat(atTwo.call(admin, "POST", "/v1/signing-keys", "").statusCode())
                .isEqualTo(201);
        HttpResponse<String> again = atOne.call(admin, "POST", "/v1/signing-keys", "");

        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(Caller.json(again).get("code").asString()).isEqualTo("signing-key.announced");
        assertThat(atOne.call(new Caller(one.uri()).personToken("hr"), "POST", "/v1/signing-keys", "")
                        .statusCode())
                .isEqualTo(403);
        await().atMost(Duration.ofSeconds(30)).until(() -> Caller.json(atTwo.call(admin, "GET", "/v1/signing-keys", ""))
                .at("/0/standing")
                .asString()
                .equals("signing"));
    }

    private static void expectAccepted(Caller gateway, String token, List<String> failures) {
        int status = status(gateway, token);
        if (status != 200) {
            failures.add("gateway: " + status);
        }
    }

    private static int status(Caller gateway, String token) {
        return gateway.call(token, "GET", "/v1/members", "").statusCode();
    }

    private static String kid(String token) {
        return Caller.part(token, 0).get("kid").asString();
    }
}
