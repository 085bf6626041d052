package org.yilianti.sample.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import org.yilianti.sample.client.SignInTokens.Token;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The two ways to a token of the gateway's issuer, spoken as plain HTTP. */
final class Issuer {

    private static final String CLIENT = "cli";
    private static final String REDIRECT = "http://127.0.0.1/callback";
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*?value=\"([^\"]+)\"");
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(30);
    private static final int LONGEST_CHAIN = 8;

    private final URI gateway;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    Issuer(URI gateway) {
        this.gateway = gateway;
    }

    /** A machine's token. */
    Token clientCredentials(String client, String secret) throws IOException {
        var basic = Base64.getEncoder()
                .encodeToString((Query.encode(client) + ":" + Query.encode(secret)).getBytes(StandardCharsets.UTF_8));
        return token(form("/oauth2/token", Map.of("grant_type", "client_credentials"))
                .header("Authorization", "Basic " + basic));
    }

    /** A person's token: authorization code with proof key, through the sign-in form. */
    Token signIn(String account, String password) throws IOException {
        var proof = ProofKey.random();
        var cookies = new Cookies();
        var authorize = "/oauth2/authorize?"
                + Query.of(Map.of(
                        "response_type",
                        "code",
                        "client_id",
                        CLIENT,
                        "redirect_uri",
                        REDIRECT,
                        "state",
                        proof.state(),
                        "code_challenge",
                        proof.challenge(),
                        "code_challenge_method",
                        "S256"));
        var code = code(account, page(authorize, cookies), password, cookies);
        return token(form(
                "/oauth2/token",
                Map.of(
                        "grant_type", "authorization_code",
                        "client_id", CLIENT,
                        "redirect_uri", REDIRECT,
                        "code", code,
                        "code_verifier", proof.verifier())));
    }

    /** Follows redirects, fills in the form when it appears, and ends at the callback with its code. */
    private String code(String account, HttpResponse<String> first, String password, Cookies cookies)
            throws IOException {
        var response = first;
        boolean formSent = false;
        for (int hop = 0; hop < LONGEST_CHAIN; hop++) {
            var location = response.headers().firstValue("Location").orElse("");
            if (location.startsWith(REDIRECT)) {
                return Callback.code(account, URI.create(location));
            }
            if (location.contains("/login?error") || location.contains("/login?locked")) {
                throw new RejectedSignInException("the gateway does not accept the password of " + account);
            }
            if (!location.isEmpty()) {
                response = page(location, cookies);
            } else if (response.statusCode() == 200 && !formSent) {
                formSent = true;
                response = send(
                        form(
                                "/login",
                                Map.of("username", account, "password", password, "_csrf", csrf(response.body()))),
                        cookies);
            } else {
                break;
            }
        }
        throw away("sign-in of " + account, response);
    }

    private static String csrf(String page) {
        var matcher = CSRF.matcher(page);
        if (!matcher.find()) {
            throw new RejectedSignInException("the sign-in page has no form with a _csrf field");
        }
        return matcher.group(1);
    }

    private Token token(HttpRequest.Builder request) throws IOException {
        var response = send(request, new Cookies());
        if (response.statusCode() != 200) {
            throw away("token", response);
        }
        try {
            var json = JsonMapper.shared().readTree(response.body());
            return Token.of(
                    json.get("access_token").asString(), json.path("expires_in").asLong(60));
        } catch (JacksonException e) {
            throw new IOException("the token endpoint does not speak JSON", e);
        }
    }

    /** 5xx and 429 are worth another try, all other answers are not. */
    private static IOException away(String what, HttpResponse<String> response) {
        String message = "%s: the gateway answered %d %s".formatted(what, response.statusCode(), response.body());
        if (response.statusCode() < 500 && response.statusCode() != 429) {
            throw new RejectedSignInException(message);
        }
        return new IOException(message);
    }

    private HttpResponse<String> page(String location, Cookies cookies) throws IOException {
        return send(HttpRequest.newBuilder(gateway.resolve(location)).GET().header("Accept", "text/html"), cookies);
    }

    private HttpRequest.Builder form(String path, Map<String, String> fields) {
        return HttpRequest.newBuilder(gateway.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "text/html, application/json")
                .POST(BodyPublishers.ofString(Query.of(fields)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request, Cookies cookies) throws IOException {
        try {
            var response = http.send(
                    cookies.onto(request).timeout(ANSWER_LIMIT).build(), HttpResponse.BodyHandlers.ofString());
            cookies.from(response.headers());
            return response;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** The issuer was reached and refuses: another try would not help. */
    static final class RejectedSignInException extends RuntimeException {
        RejectedSignInException(String message) {
            super(message);
        }
    }
}
