package org.yilianti.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Which callers pass the door, and what nobody finds behind it. */
@ExtendWith(GatewayTest.class)
class AccessTests {

    private final GatewayTest.Shared shared;
    private final Caller caller;

    AccessTests(GatewayTest.Shared shared) {
        this.shared = shared;
        this.caller = shared.caller();
    }

    @Test
    void aTokenOfTheRightKeyAndClaimsPasses() throws Exception {
        assertThat(status(signed(header(), claims().build()))).isEqualTo(200);
    }

    @Test
    void anUnsignedTokenIsRefused() {
        assertRefused(new PlainJWT(claims().build()).serialize());
    }

    @Test
    void aTokenSignedWithThePublicKeyAsSharedSecretIsRefused() throws Exception {
        byte[] publicKey = key().toRSAPublicKey().getEncoded();
        assertRefused(signed(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .type(new JOSEObjectType("at+jwt"))
                        .build(),
                claims().build(),
                new MACSigner(publicKey)));
    }

    @Test
    void aTokenOfAnotherKeyWithOurKeyIdIsRefused() throws Exception {
        RSAKey stranger = new RSAKeyGenerator(2048).generate();
        assertRefused(signed(header(), claims().build(), new RSASSASigner(stranger)));
    }

    @Test
    void aTokenThatBringsItsOwnKeyIsRefused() throws Exception {
        RSAKey stranger = new RSAKeyGenerator(2048).generate();
        assertRefused(signed(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .type(new JOSEObjectType("at+jwt"))
                        .jwk(stranger.toPublicJWK())
                        .build(),
                claims().build(),
                new RSASSASigner(stranger)));
    }

    @Test
    void anExpiredTokenIsRefused() throws Exception {
        Instant longAgo = Instant.now().minusSeconds(3600);
        assertRefused(signed(
                header(),
                claims().issueTime(Date.from(longAgo))
                        .expirationTime(Date.from(longAgo.plusSeconds(300)))
                        .build()));
    }

    @Test
    void aTokenForAnotherAudienceIsRefused() throws Exception {
        assertRefused(signed(header(), claims().audience("somewhere-else").build()));
    }

    @Test
    void aTokenOfAnotherIssuerIsRefused() throws Exception {
        assertRefused(signed(header(), claims().issuer("http://evil.example").build()));
    }

    @Test
    void aTokenOfAnotherTypeIsRefused() throws Exception {
        RSAKey key = key();
        assertRefused(signed(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .type(JOSEObjectType.JWT)
                        .keyID(key.getKeyID())
                        .build(),
                claims().build()));
    }

    @Test
    void nobodyPassesWithoutTokenOrSession() {
        HttpResponse<String> answer = caller.send(caller.request("/v1/members").header("Accept-Language", "zh-CN"));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        assertThat(answer.headers().map()).as("strangers get no session").doesNotContainKey("set-cookie");
        assertThat(Caller.json(answer).get("code").asString()).isEqualTo("access.unauthenticated");
        assertThat(Caller.json(answer).get("title").asString()).isEqualTo("尚未登录");
    }

    @Test
    void aBearerCallNeedsNoCsrfHeader() {
        HttpResponse<String> answer = caller.send(caller.request("/v1/members")
                .header("Authorization", "Bearer " + caller.machineToken("hr-import"))
                .POST(BodyPublishers.ofString("{}")));

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void aBearerCallLeavesTheBrowserSessionAlone() {
        Caller both = shared.caller();
        both.openSession("hr");

        HttpResponse<String> answer = both.send(
                both.request("/v1/members").header("Authorization", "Bearer " + both.machineToken("hr-import")));

        assertThat(answer.headers().map()).doesNotContainKey("set-cookie");
        assertThat(Caller.part(token(shared.staff.lastAsked()), 1).get("sub").asString())
                .isEqualTo("hr-import");
    }

    @Test
    void aCalendarReadsAFeedWithoutSigningInAndNothingElseOfTheFeeds() {
        assertThat(caller.get("/v1/roster-feeds/secret.ics").statusCode()).isEqualTo(200);
        for (String closed : new String[] {"/v1/roster-feeds", "/v1/roster-feeds/secret", "/v1/roster-feeds/a/b.ics"}) {
            assertThat(caller.get(closed).statusCode()).as(closed).isEqualTo(401);
        }
        HttpResponse<String> post =
                caller.send(caller.request("/v1/roster-feeds/secret.ics").POST(BodyPublishers.ofString("{}")));
        assertThat(post.statusCode()).isEqualTo(401);
    }

    /** I3: anonymous; the token in the address is all that is asked for. */
    @Test
    void aSurveyIsReadAndAnsweredByItsTokenAloneAndNothingElseOfTheSurveys() {
        assertThat(caller.get("/v1/survey-links/token").statusCode()).isEqualTo(200);
        HttpResponse<String> answer =
                caller.send(caller.request("/v1/survey-links/token").PUT(BodyPublishers.ofString("{}")));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(shared.incentive.lastAsked().header("Authorization")).isEmpty();
        assertThat(shared.incentive.lastAsked().header("Cookie")).isEmpty();
        for (String closed : new String[] {"/v1/survey-links", "/v1/survey-links/a/b", "/v1/surveys/token"}) {
            assertThat(caller.get(closed).statusCode()).as(closed).isEqualTo(401);
        }
    }

    @Test
    void ofTheActuatorOnlyHealthIsOpenAndTellsNoDetails() {
        HttpResponse<String> health = caller.get("/actuator/health");
        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(Caller.json(health).get("status").asString()).isEqualTo("UP");
        assertThat(health.body()).doesNotContain("components", "database");

        for (String closed : new String[] {"/actuator", "/actuator/env", "/actuator/heapdump", "/actuator/gateway"}) {
            assertThat(caller.get(closed).statusCode()).as(closed).isEqualTo(401);
        }
    }

    @Test
    void everyAnswerCarriesTheHeadersThatKeepBrowsersSafe() {
        HttpResponse<String> page = caller.get("/");
        HttpResponse<String> call = caller.send(
                caller.request("/v1/members").header("Authorization", "Bearer " + caller.machineToken("hr-import")));

        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(call.headers().allValues("Content-Security-Policy"))
                .containsExactly("default-src 'none'; frame-ancestors 'none'");
        for (HttpResponse<String> answer : List.of(page, call)) {
            assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
            assertThat(answer.headers().firstValue("Strict-Transport-Security")).isEmpty();
        }
        assertThat(call.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
    }

    @Test
    void anAddressThatLeadsNowhereIsAProblem() {
        HttpResponse<String> answer = caller.send(
                caller.request("/v1/nothing").header("Authorization", "Bearer " + caller.machineToken("hr-import")));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(Caller.json(answer).get("code").asString()).isEqualTo("http.404");
    }

    private void assertRefused(String token) {
        int before = shared.staff.asked().size();
        HttpResponse<String> answer =
                caller.send(caller.request("/v1/members").header("Authorization", "Bearer " + token));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer error=\"invalid_token\"");
        assertThat(Caller.json(answer).get("code").asString()).isEqualTo("access.token-invalid");
        assertThat(shared.staff.asked()).hasSize(before);
    }

    private int status(String token) {
        return caller.send(caller.request("/v1/members").header("Authorization", "Bearer " + token))
                .statusCode();
    }

    private RSAKey key() throws Exception {
        @SuppressWarnings("unchecked") // the only source there is
        JWKSource<SecurityContext> source = shared.gateway.bean(JWKSource.class);
        return source.get(new JWKSelector(new JWKMatcher.Builder().build()), null)
                .getFirst()
                .toRSAKey();
    }

    private JWSHeader header() throws Exception {
        return new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(new JOSEObjectType("at+jwt"))
                .keyID(key().getKeyID())
                .build();
    }

    private JWTClaimsSet.Builder claims() {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(shared.gateway.uri().toString())
                .audience("yilianti")
                .subject("hr")
                .claim("client_id", "cli")
                .jwtID("1")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)));
    }

    private String signed(JWSHeader header, JWTClaimsSet claims) throws Exception {
        return signed(header, claims, new RSASSASigner(key()));
    }

    private static String signed(JWSHeader header, JWTClaimsSet claims, JWSSigner signer) throws Exception {
        SignedJWT token = new SignedJWT(header, claims);
        token.sign(signer);
        return token.serialize();
    }

    private static String token(UpstreamService.Asked asked) {
        return Objects.requireNonNull(asked.header("Authorization").getFirst()).substring("Bearer ".length());
    }
}
