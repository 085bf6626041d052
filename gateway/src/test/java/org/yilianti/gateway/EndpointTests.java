package org.yilianti.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.yilianti.platform.access.Requires;
import org.yilianti.platform.access.Role;

/**
 * Role × endpoint of the gateway's own API, generated from what is mapped: a new endpoint is covered as soon as it exists (ASVS 5.0,
 * chapter 8). Tokens are genuine, signed by the gateway's key, so that only the grants decide.
 */
@ExtendWith(GatewayTest.class)
class EndpointTests {

    private final GatewayTest.Shared shared;
    private final Caller caller;

    EndpointTests(GatewayTest.Shared shared) {
        this.shared = shared;
        this.caller = shared.caller();
    }

    /** An endpoint with its variables filled in; no role: open to everybody who is signed in. */
    record Endpoint(String method, String path, List<Role> roles) {

        static Stream<Endpoint> of(RequestMappingInfo mapping, HandlerMethod method) {
            Requires requires = method.getMethodAnnotation(Requires.class);
            List<Role> roles = requires == null ? List.of() : Arrays.asList(requires.value());
            return mapping.getPatternValues().stream()
                    .flatMap(path -> mapping.getMethodsCondition().getMethods().stream()
                            .map(verb -> new Endpoint(verb.name(), path.replaceAll("\\{[^}]+}", "nobody"), roles)));
        }
    }

    @Test
    void everyEndpointRefusesACallerWithoutToken() {
        SoftAssertions.assertSoftly(
                softly -> endpoints().forEach(endpoint -> softly.assertThat(caller.send(caller.request(endpoint.path())
                                        .method(endpoint.method(), BodyPublishers.ofString("{}"))
                                        .header("Content-Type", "application/json")
                                        .header("Idempotency-Key", "k"))
                                .statusCode())
                        .as("%s", endpoint)
                        .isEqualTo(401)));
    }

    @Test
    void everyEndpointRefusesEveryRoleItDoesNotName() {
        SoftAssertions.assertSoftly(softly -> withRole().forEach(endpoint -> Arrays.stream(Role.values())
                .filter(role -> !endpoint.roles().contains(role))
                .forEach(role -> softly.assertThat(status(endpoint, role, "*"))
                        .as("%s as %s", endpoint, role)
                        .isEqualTo(403))));
    }

    @Test
    void administratorsOfOneInstitutionChangeNothingThatConcernsTheWholeAssociation() {
        SoftAssertions.assertSoftly(softly -> withRole()
                .filter(endpoint -> endpoint.roles().equals(List.of(Role.ASSOCIATION_ADMIN)))
                .forEach(endpoint -> softly.assertThat(status(endpoint, Role.ASSOCIATION_ADMIN, "H01"))
                        .as("%s", endpoint)
                        .isIn(403, 422)));
    }

    @Test
    void onlyWhatConcernsTheCallerAloneAsksForNoRole() {
        assertThat(endpoints().filter(endpoint -> endpoint.roles().isEmpty()))
                .extracting(endpoint -> endpoint.method() + " " + endpoint.path())
                .containsExactlyInAnyOrder("GET /v1/session", "PUT /v1/session/password");
    }

    private int status(Endpoint endpoint, Role role, String institution) {
        String body = endpoint.method().equals("GET") ? "" : "{}";
        HttpResponse<String> answer =
                caller.call(token(role, institution), endpoint.method(), endpoint.path(), body, "If-Match", "\"0\"");
        return answer.statusCode();
    }

    private Stream<Endpoint> withRole() {
        return endpoints().filter(endpoint -> !endpoint.roles().isEmpty());
    }

    private Stream<Endpoint> endpoints() {
        List<Endpoint> endpoints = shared
                .gateway
                .bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue().getBeanType().isAnnotationPresent(RestController.class))
                .filter(entry -> entry.getValue().getBeanType().getName().startsWith("org.yilianti."))
                .flatMap(entry -> Endpoint.of(entry.getKey(), entry.getValue()))
                .toList();
        assertThat(endpoints).hasSizeGreaterThan(8);
        return endpoints.stream();
    }

    private String token(Role role, String institution) {
        try {
            @SuppressWarnings("unchecked") // the only source there is
            JWKSource<SecurityContext> keys = shared.gateway.bean(JWKSource.class);
            RSAKey key = keys.get(new JWKSelector(new JWKMatcher.Builder().build()), null)
                    .getFirst()
                    .toRSAKey();
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .type(new JOSEObjectType("at+jwt"))
                            .keyID(key.getKeyID())
                            .build(),
                    claims(role, institution));
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (com.nimbusds.jose.JOSEException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private JWTClaimsSet claims(Role role, String institution) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(shared.gateway.uri().toString())
                .audience("yilianti")
                .subject("intruder-" + role.claim())
                .claim("client_id", "cli")
                .claim("association", "01990000-0000-7000-8000-000000000001")
                .claim("grants", List.of(Map.of("role", role.claim(), "institutions", List.of(institution))))
                .jwtID("1")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)))
                .build();
    }
}
