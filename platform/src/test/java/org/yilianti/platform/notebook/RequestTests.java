package org.yilianti.platform.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.test.EveryEndpointRefuses;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestApi.Answer;
import org.yilianti.platform.test.TestCaller;
import org.yilianti.platform.test.TestIssuer;
import tools.jackson.databind.JsonNode;

@ServiceTest
class RequestTests implements EveryEndpointRefuses {

    private static final TestCaller HR = TestCaller.named("hr").with(Role.HR_OFFICER, "*");

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    @Override
    public ApplicationContext context() {
        return context;
    }

    @Override
    public int port() {
        return port;
    }

    private TestApi api() {
        return new TestApi(port).as(HR);
    }

    private static Map<String, String> note(String words) {
        return Map.of("institution", "T01", "words", words);
    }

    private long notes(String words) {
        return jdbc.sql("select count(*) from note where words = ?")
                .param(words)
                .query(Long.class)
                .single();
    }

    @Test
    void aRefusalIsAProblemDocumentInTheCallersLanguage() {
        Answer english = api().post("/v1/notes", note(" "));
        Answer chinese = api().inLanguage("zh-CN").post("/v1/notes", note(" "));
        assertThat(english.status()).isEqualTo(422);
        assertThat(english.header("Content-Type")).startsWith("application/problem+json");
        assertThat(english.json().path("type").asString()).isEqualTo("urn:yilianti:problem:note.empty");
        assertThat(english.json().path("detail").asString()).isEqualTo("A note needs words.");
        assertThat(english.json().path("errors").path(0).path("pointer").asString())
                .isEqualTo("/words");
        assertThat(english.json().path("correlationId").asString()).isEqualTo(english.header("X-Correlation-Id"));
        assertThat(chinese.json().path("detail").asString()).isEqualTo("便笺不能没有文字。");
        assertThat(chinese.json().path("title").asString()).isEqualTo("内容不符合要求");
    }

    @Test
    void aBodyThatViolatesItsConstraintsIsRefusedWithAPointer() {
        Answer answer = api().post("/v1/notes", Map.of("institution", "T01"));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("errors").path(0).path("pointer").asString())
                .isEqualTo("/words");
        assertThat(answer.json().path("errors").path(0).path("code").asString()).isEqualTo("field.NotNull");
    }

    @Test
    void aBodyThatIsNoJsonIsRefused() {
        Answer answer = api().post("/v1/notes", "{oops");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("http.400");
    }

    @Test
    void anUnexpectedFailureTellsNothingOfTheInsideAndLeavesNothingHalfDone() {
        Answer answer = api().post("/v1/notes/failures", Map.of());
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.code()).isEqualTo("service.failed");
        assertThat(answer.body()).doesNotContain("secret detail").doesNotContain("Exception");
        assertThat(notes("half done")).isZero();
    }

    @Test
    void aWellFormedCorrelationIdIsKeptAndAMalformedOneReplaced() throws Exception {
        assertThat(correlation("order-66")).isEqualTo("order-66");
        assertThat(correlation("bad id; with spaces"))
                .isNotEqualTo("bad id; with spaces")
                .hasSize(36);
    }

    private String correlation(String given) throws Exception {
        var request = java.net.http.HttpRequest.newBuilder(
                        java.net.URI.create("http://127.0.0.1:" + port + "/v1/notes"))
                .header("X-Correlation-Id", given)
                .build();
        return java.net.http.HttpClient.newHttpClient()
                .send(request, java.net.http.HttpResponse.BodyHandlers.discarding())
                .headers()
                .firstValue("X-Correlation-Id")
                .orElseThrow();
    }

    @Test
    void aTokenThatIsNotExactlyOursIsRefused() throws Exception {
        Date past = Date.from(Instant.now().minusSeconds(600));
        JWTClaimsSet good = HR.claims().build();
        byte[] publicKey = TestIssuer.publicKey().toRSAPublicKey().getEncoded();
        SignedJWT confused = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .type(new JOSEObjectType("at+jwt"))
                        .build(),
                good);
        confused.sign(new MACSigner(publicKey));
        Map<String, String> tokens = Map.of(
                "no signature", new PlainJWT(good).serialize(),
                "signed with the public key as a secret", confused.serialize(),
                "wrong issuer",
                        TestIssuer.sign(HR.claims().issuer("http://evil.test").build(), "at+jwt"),
                "wrong audience", TestIssuer.sign(HR.claims().audience("others").build(), "at+jwt"),
                "wrong type", TestIssuer.sign(good, "JWT"),
                "expired", TestIssuer.sign(HR.claims().expirationTime(past).build(), "at+jwt"),
                "no expiry", TestIssuer.sign(HR.claims().expirationTime(null).build(), "at+jwt"),
                "no association",
                        TestIssuer.sign(HR.claims().claim("association", null).build(), "at+jwt"),
                "malformed grants",
                        TestIssuer.sign(
                                HR.claims().claim("grants", List.of("hr")).build(), "at+jwt"),
                "no token at all", "x");
        tokens.forEach((name, token) -> assertThat(
                        new TestApi(port).withToken(token).get("/v1/notes").status())
                .as(name)
                .isEqualTo(401));
        assertThat(api().get("/v1/notes").status()).isEqualTo(200);
    }

    @Test
    void aNoteOfAnotherInstitutionOrAssociationIsNotVisible() {
        Answer written = api().post("/v1/notes", note("of T01"));
        String path = "/v1/notes/" + written.id();
        TestApi other = new TestApi(port).as(TestCaller.named("hr2").with(Role.HR_OFFICER, "T02"));
        TestApi stranger = new TestApi(port).as(HR.of(UUID.randomUUID()));
        assertThat(api().get(path).status()).isEqualTo(200);
        assertThat(other.get(path).status()).isEqualTo(404);
        assertThat(stranger.get(path).status()).isEqualTo(404);
        assertThat(other.get("/v1/notes").json().path("items")).isEmpty();
        assertThat(other.post("/v1/notes", note("for T01")).code()).isEqualTo("access.institution");
    }

    @Test
    void aRepeatedRequestGetsTheSameAnswerAndHasOneEffect() {
        String key = UUID.randomUUID().toString();
        Answer first = api().post("/v1/notes", note("once"), key);
        Answer second = api().post("/v1/notes", note("once"), key);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(notes("once")).isEqualTo(1);
    }

    @Test
    void aKeyIsRefusedForAnotherRequestAndUsableByAnotherCaller() {
        String key = UUID.randomUUID().toString();
        api().post("/v1/notes", note("first"), key);
        Answer other = api().post("/v1/notes", note("second"), key);
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.code()).isEqualTo("idempotency.key-reused");
        TestApi colleague = new TestApi(port).as(TestCaller.named("colleague").with(Role.HR_OFFICER, "*"));
        assertThat(colleague.post("/v1/notes", note("second"), key).status()).isEqualTo(201);
    }

    @Test
    void aPostWithoutKeyIsRefusedUnlessItIsAQuestion() {
        assertThat(api().post("/v1/notes", note("keyless"), null).code()).isEqualTo("idempotency.key-missing");
        assertThat(api().post("/v1/notes/questions", Map.of(), null).status()).isEqualTo(200);
        assertThat(notes("keyless")).isZero();
    }

    /** G5: an answer that need not be given again is not kept: it may hold personal data. */
    @Test
    void nothingIsKeptOfAQuestionThatIsAskedWithAKey() {
        String key = UUID.randomUUID().toString();
        assertThat(api().post("/v1/notes/questions", Map.of(), key).status()).isEqualTo(200);
        assertThat(api().post("/v1/notes/questions", Map.of(), key).header("Idempotency-Replayed"))
                .isNull();
        assertThat(keysKept(key)).isZero();
        api().post("/v1/notes", note("after a question"), key);
        assertThat(keysKept(key)).as("the key is still free").isEqualTo(1);
    }

    private long keysKept(String key) {
        return jdbc.sql("select count(*) from idempotency_key where idempotency_key = ?")
                .param(key)
                .query(Long.class)
                .single();
    }

    @Test
    void aRefusedRequestMayBeCorrectedUnderTheSameKey() {
        String key = UUID.randomUUID().toString();
        assertThat(api().post("/v1/notes", note(""), key).status()).isEqualTo(422);
        assertThat(api().post("/v1/notes", note("corrected"), key).status()).isEqualTo(201);
    }

    /** I6; RFC 9470, section 3. */
    @Test
    void whoeverSignedInTooLongAgoIsToldToSignInAgainAndMayThenRepeatTheRequest() {
        String key = UUID.randomUUID().toString();
        TestApi tired = new TestApi(port).as(HR.signedInFor(Duration.ofMinutes(6)));
        Answer refused = tired.post("/v1/notes/farewells", Map.of(), key);
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.code()).isEqualTo("access.sign-in-again");
        assertThat(refused.header("WWW-Authenticate"))
                .isEqualTo("Bearer error=\"insufficient_user_authentication\", max_age=\"300\"");
        assertThat(tired.get("/v1/notes").status()).as("only what asks for it").isEqualTo(200);
        assertThat(api().post("/v1/notes/farewells", Map.of(), key).status()).isEqualTo(200);
    }

    @Test
    void aTokenWithoutATimeOfSignInIsNeverRecent() {
        TestApi machine = new TestApi(port).as(HR.signedInFor(null));
        assertThat(machine.post("/v1/notes/farewells", Map.of()).status()).isEqualTo(401);
        TestApi outsider = new TestApi(port)
                .as(TestCaller.named("clerk").with(Role.AUDITOR, "*").signedInFor(null));
        assertThat(outsider.post("/v1/notes/farewells", Map.of()).status())
                .as("the role comes first")
                .isEqualTo(403);
    }

    @Test
    void fiftyRequestsAtOnceWithOneKeyHaveOneEffect() throws Exception {
        String key = UUID.randomUUID().toString();
        List<Callable<Answer>> calls = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            calls.add(() -> api().post("/v1/notes", note("storm"), key));
        }
        Set<String> created = new HashSet<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Answer> call : threads.invokeAll(calls)) {
                Answer answer = call.get();
                assertThat(answer.status()).as(answer.body()).isIn(201, 409, 503);
                if (answer.status() == 201) {
                    created.add(answer.body());
                }
            }
        }
        assertThat(notes("storm")).isEqualTo(1);
        assertThat(created).hasSize(1);
    }

    /** G5: each rolls back, and those that waited for it then want the key at the same moment. */
    @Test
    void requestsRefusedAtOnceUnderOneKeyAreNeverCalledAFailure() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < 20; round++) {
                String key = UUID.randomUUID().toString();
                List<Callable<Answer>> calls = new ArrayList<>();
                for (int i = 0; i < 8; i++) {
                    calls.add(() -> api().post("/v1/notes", note(""), key));
                }
                for (Future<Answer> call : threads.invokeAll(calls)) {
                    Answer answer = call.get();
                    assertThat(answer.status()).as(answer.body()).isIn(422, 409);
                }
            }
        }
    }

    @Test
    void aChangeNeedsTheVersionThatWasRead() {
        Answer written = api().post("/v1/notes", note("v1"));
        String path = "/v1/notes/" + written.id();
        assertThat(api().put(path, note("v2"), null).status()).isEqualTo(428);
        assertThat(api().put(path, note("v2"), "*").status()).isEqualTo(400);
        assertThat(api().put(path, note("v2"), written.header("ETag")).status()).isEqualTo(200);
        Answer stale = api().put(path, note("v3"), written.header("ETag"));
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.json().path("detail").asString()).contains("version 1").contains("version 2");
    }

    /** G5: a decision may be made without the version that was read, but not past one that is sent. */
    @Test
    void aVersionThatIsSentIsNeverIgnored() {
        String reading = "/v1/notes/" + api().post("/v1/notes", note("v1")).id() + "/readings";
        assertThat(api().post(reading, Map.of()).status()).isEqualTo(200);
        assertThat(api().send("POST", reading, Map.of()).status())
                .as("version 1")
                .isEqualTo(200);
        api().put(reading.replace("/readings", ""), note("v2"), "\"1\"");
        assertThat(api().send("POST", reading, Map.of()).status()).isEqualTo(412);
        assertThat(api().post(reading, Map.of()).status()).isEqualTo(200);
    }

    @Test
    void aListIsReadCompletelyPageByPageWhileRowsAreAdded() {
        TestCaller caller = HR.of(UUID.randomUUID());
        TestApi api = new TestApi(port).as(caller);
        for (int i = 0; i < 7; i++) {
            api.post("/v1/notes", note("page " + i));
        }
        List<String> seen = new ArrayList<>();
        String path = "/v1/notes?limit=3";
        JsonNode page;
        do {
            page = api.get(path).json();
            page.path("items").forEach(item -> seen.add(item.path("words").asString()));
            api.post("/v1/notes", note("later " + seen.size()));
            path = "/v1/notes?limit=3&after=" + page.path("next").asString();
        } while (!page.path("next").isNull() && seen.size() < 9);
        assertThat(seen)
                .startsWith("page 0", "page 1", "page 2", "page 3", "page 4", "page 5", "page 6")
                .doesNotHaveDuplicates();
    }

    @Test
    void aPageSizeOrCursorThatMakesNoSenseIsRefused() {
        assertThat(api().get("/v1/notes?limit=0").code()).isEqualTo("request.limit-invalid");
        assertThat(api().get("/v1/notes?limit=201").code()).isEqualTo("request.limit-invalid");
        assertThat(api().get("/v1/notes?limit=many").code()).isEqualTo("request.limit-invalid");
        assertThat(api().get("/v1/notes?after=%21%21").code()).isEqualTo("request.cursor-invalid");
        assertThat(api().get("/v1/notes?after=bm90LWFuLWlk").code()).isEqualTo("request.cursor-invalid");
    }

    @Test
    void theApiDocumentNamesRolesAndHeaders() {
        JsonNode operation = new TestApi(port)
                .get("/v3/api-docs")
                .json()
                .path("paths")
                .path("/v1/notes")
                .path("post");
        assertThat(operation.path("x-roles").path(0).asString()).isEqualTo("hr-officer");
        assertThat(operation.path("parameters").toString())
                .contains("Idempotency-Key")
                .doesNotContain("caller");
    }

    @Test
    void nothingButHealthIsOpenOfTheActuator() {
        assertThat(new TestApi(port).get("/actuator/health").status()).isEqualTo(200);
        assertThat(api().get("/actuator/env").status()).isIn(403, 404);
        assertThat(api().get("/actuator").status()).isIn(403, 404);
    }
}
