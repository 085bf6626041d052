package org.yilianti.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What the embedded issuer gives out, and what it refuses. */
@ExtendWith(GatewayTest.class)
class TokenTests {

    private final GatewayTest.Shared shared;
    private final Caller caller;

    TokenTests(GatewayTest.Shared shared) {
        this.shared = shared;
        this.caller = shared.caller();
    }

    @Test
    void aMachineGetsATokenThatSaysWhatRfc9068AndThePlatformAskFor() {
        String token = caller.machineToken("hr-import");

        assertThat(Caller.part(token, 0).get("typ").asString()).isEqualTo("at+jwt");
        assertThat(Caller.part(token, 0).get("alg").asString()).isEqualTo("RS256");
        JsonNode claims = Caller.part(token, 1);
        assertThat(claims.propertyNames())
                .containsExactlyInAnyOrder(
                        "iss", "aud", "sub", "client_id", "iat", "exp", "jti", "name", "association", "grants");
        assertThat(claims.get("iss").asString()).isEqualTo(shared.gateway.uri().toString());
        assertThat(claims.get("aud").toString()).isIn("[\"yilianti\"]", "\"yilianti\"");
        assertThat(claims.get("sub").asString()).isEqualTo("hr-import");
        assertThat(claims.get("client_id").asString()).isEqualTo("hr-import");
        assertThat(claims.get("exp").asLong() - claims.get("iat").asLong()).isEqualTo(300);
        assertThat(claims.get("association").asString()).isEqualTo("01990000-0000-7000-8000-000000000001");
        assertThat(claims.get("grants").toString()).isEqualTo("[{\"role\":\"hr-officer\",\"institutions\":[\"*\"]}]");
    }

    @Test
    void thePublishedKeyVerifiesTheTokenAndIsThePublicHalfOnly() throws Exception {
        SignedJWT token = SignedJWT.parse(caller.machineToken("his"));
        HttpResponse<String> published = caller.get("/oauth2/jwks");
        JWKSet keys = JWKSet.parse(published.body());

        assertThat(keys.containsNonPublicKeys()).isFalse();
        assertThat(token.verify(new RSASSAVerifier(
                        keys.getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey())))
                .isTrue();
    }

    @Test
    void aPersonGetsATokenByCodeAndProofWithGrantsOfOneInstitution() {
        String token = caller.personToken("registrar-h02");

        JsonNode claims = Caller.part(token, 1);
        assertThat(claims.get("sub").asString()).isEqualTo("registrar-h02");
        assertThat(claims.get("client_id").asString()).isEqualTo("cli");
        assertThat(claims.get("grants").toString()).isEqualTo("[{\"role\":\"registrar\",\"institutions\":[\"H02\"]}]");
        assertThat(claims.has("staff_no")).isFalse();
    }

    @Test
    void theTokenOfAMemberOfStaffNamesTheStaffNumber() {
        assertThat(Caller.part(caller.personToken("doctor"), 1).get("staff_no").asString())
                .isEqualTo("S00001");
    }

    @Test
    void aWrongSecretIsRefused() {
        HttpResponse<String> answer = caller.clientCredentials("his", "guess");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(Caller.json(answer).get("error").asString()).isEqualTo("invalid_client");
    }

    @Test
    void anAuthorizationRequestWithoutProofIsRefused() {
        assertRefused(Map.of("code_challenge", "", "code_challenge_method", ""));
    }

    @Test
    void thePlainProofMethodIsRefused() {
        assertRefused(Map.of("code_challenge", Caller.VERIFIER, "code_challenge_method", "plain"));
    }

    @Test
    void anUnregisteredRedirectIsRefusedWithoutRedirecting() {
        Caller signedIn = shared.caller();
        signedIn.code("hr");

        HttpResponse<String> answer =
                signedIn.get(Caller.authorization(Map.of("redirect_uri", "http://evil.example/callback")));

        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    void aWrongVerifierIsRefused() {
        HttpResponse<String> answer =
                caller.exchange(caller.code("hr"), "another-verifier-that-is-long-enough-0123456789");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Caller.json(answer).get("error").asString()).isEqualTo("invalid_grant");
    }

    @Test
    void aCodeWorksOnce() {
        String code = caller.code("hr");
        assertThat(caller.exchange(code, Caller.VERIFIER).statusCode()).isEqualTo(200);

        HttpResponse<String> again = caller.exchange(code, Caller.VERIFIER);

        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(Caller.json(again).get("error").asString()).isEqualTo("invalid_grant");
    }

    private void assertRefused(Map<String, String> changes) {
        Caller signedIn = shared.caller();
        signedIn.code("hr");

        HttpResponse<String> answer = signedIn.get(Caller.authorization(changes));

        assertThat(Caller.location(answer)).startsWith(Caller.REDIRECT).contains("error=invalid_request");
        assertThat(Caller.location(answer)).doesNotContain("code=");
    }
}
