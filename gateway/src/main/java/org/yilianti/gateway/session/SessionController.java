package org.yilianti.gateway.session;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yilianti.platform.access.WithoutRole;

/** Tells a caller who it is; ending the session is the security chain's DELETE of the same address. */
@RestController
@RequestMapping("/v1/session")
class SessionController {

    private final CallerTokens tokens;

    SessionController(CallerTokens tokens) {
        this.tokens = tokens;
    }

    @GetMapping
    @WithoutRole
    @Operation(
            summary = "Who is calling",
            description =
                    "For anybody signed in. A browser session also learns the header that its changing calls must carry.")
    Caller caller(@Parameter(hidden = true) Authentication caller, @Parameter(hidden = true) @Nullable CsrfToken csrf) {
        return Caller.of(tokens.of(caller), caller instanceof OAuth2AuthenticationToken ? csrf : null);
    }

    /** Who calls, with which roles where; {@code institutions} is the union over the grants. */
    record Caller(
            String account,
            String name,
            @Nullable String staffNo,
            List<String> roles,
            List<String> institutions,
            List<Map<String, Object>> grants,
            @Nullable Csrf csrf) {

        static Caller of(Jwt token, @Nullable CsrfToken csrf) {
            List<Map<String, Object>> grants = grants(token);
            String account = Objects.requireNonNull(token.getSubject(), "every access token names its subject");
            return new Caller(
                    account,
                    Objects.requireNonNullElse(token.getClaimAsString("name"), account),
                    token.getClaimAsString("staff_no"),
                    grants.stream()
                            .map(grant -> String.valueOf(grant.get("role")))
                            .distinct()
                            .toList(),
                    grants.stream()
                            .flatMap(grant -> institutions(grant).stream())
                            .distinct()
                            .sorted()
                            .toList(),
                    grants,
                    csrf == null ? null : new Csrf(csrf.getHeaderName(), csrf.getToken()));
        }

        @SuppressWarnings("unchecked") // the shape is the issuer's; a foreign shape fails on use
        private static List<Map<String, Object>> grants(Jwt token) {
            Object grants = token.getClaims().get("grants");
            return grants instanceof List<?> list ? (List<Map<String, Object>>) list : List.of();
        }

        private static List<String> institutions(Map<String, Object> grant) {
            return grant.get("institutions") instanceof List<?> codes
                    ? codes.stream().map(String::valueOf).toList()
                    : List.of();
        }
    }

    /** The header and its value that protect changing calls of this session. */
    record Csrf(String header, String token) {}
}
