package org.yilianti.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of the gateway with its own cookie jar, which follows no redirect by itself. */
final class Caller {

    static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk-and-some-more";
    static final String REDIRECT = "http://127.0.0.1:54321/callback";

    private static final JsonMapper json = JsonMapper.shared();
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final URI gateway;

    Caller(URI gateway) {
        this.gateway = gateway;
    }

    HttpRequest.Builder request(String pathOrUri) {
        return HttpRequest.newBuilder(gateway.resolve(pathOrUri));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    HttpResponse<String> get(String pathOrUri) {
        return send(request(pathOrUri).header("Accept", "text/html,application/json"));
    }

    HttpResponse<String> form(String path, Map<String, String> fields) {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "text/html,application/json")
                .POST(BodyPublishers.ofString(encoded(fields))));
    }

    /** The answer of the token endpoint to a machine client. */
    HttpResponse<String> clientCredentials(String client, String secret) {
        String credentials =
                Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
        return send(request("/oauth2/token")
                .header("Authorization", "Basic " + credentials)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials")));
    }

    String machineToken(String client) {
        return json(clientCredentials(client, RunningGateway.CLIENT_SECRET))
                .get("access_token")
                .asString();
    }

    /** The authorization request of the client {@code cli} as a path with query. */
    static String authorization(Map<String, String> changes) {
        Map<String, String> parameters = new java.util.LinkedHashMap<>(Map.of(
                "response_type", "code",
                "client_id", "cli",
                "redirect_uri", REDIRECT,
                "state", "s1",
                "code_challenge", challenge(),
                "code_challenge_method", "S256"));
        changes.forEach((name, value) -> {
            if (value.isEmpty()) {
                parameters.remove(name);
            } else {
                parameters.put(name, value);
            }
        });
        return "/oauth2/authorize?" + encoded(parameters);
    }

    /** Fills in the form at {@code /login}; the answer redirects to where the sign-in was asked for. */
    HttpResponse<String> signIn(String name, String password) {
        return form("/login", Map.of("username", name, "password", password, "_csrf", csrfOf(get("/login"))));
    }

    /** A code for the client {@code cli}, after signing {@code name} in. */
    String code(String name) {
        return code(name, RunningGateway.PASSWORD);
    }

    String code(String name, String password) {
        get(authorization(Map.of()));
        HttpResponse<String> signedIn = signIn(name, password);
        HttpResponse<String> granted = get(location(signedIn));
        return parameter(location(granted), "code");
    }

    HttpResponse<String> exchange(String code, String verifier) {
        return form(
                "/oauth2/token",
                Map.of(
                        "grant_type", "authorization_code",
                        "client_id", "cli",
                        "code", code,
                        "redirect_uri", REDIRECT,
                        "code_verifier", verifier));
    }

    String personToken(String name) {
        return json(exchange(code(name), VERIFIER)).get("access_token").asString();
    }

    /** Signs a browser in at the gateway itself, following every redirect until the landing page. */
    void openSession(String name) {
        String next = location(get("/session/start/gateway"));
        HttpResponse<String> asked = get(next);
        HttpResponse<String> answer =
                location(asked).endsWith("/login") ? signIn(name, RunningGateway.PASSWORD) : asked;
        for (int hops = 0; hops < 5 && answer.statusCode() == 302; hops++) {
            answer = get(location(answer));
        }
    }

    /** A call of the API with JSON; a POST gets a fresh Idempotency-Key unless {@code headers} (names and values) bring one. */
    HttpResponse<String> call(String token, String method, String path, String body, String... headers) {
        HttpRequest.Builder request = request(path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (method.equals("POST") && !List.of(headers).contains("Idempotency-Key")) {
            request.header("Idempotency-Key", UUID.randomUUID().toString());
        }
        return send(request);
    }

    List<HttpCookie> cookies() {
        return cookies.getCookieStore().getCookies();
    }

    static JsonNode json(HttpResponse<String> response) {
        return json.readTree(response.body());
    }

    /** Claims of a JWT without checking it. */
    static JsonNode part(String token, int index) {
        return json.readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[index]));
    }

    static String location(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Location")
                .orElseThrow(() -> new AssertionError(response.statusCode() + " without Location: " + response.body()));
    }

    static String parameter(String uri, String name) {
        Matcher matcher = Pattern.compile("[?&]" + name + "=([^&]+)").matcher(uri);
        if (!matcher.find()) {
            throw new AssertionError("no " + name + " in " + uri);
        }
        return java.net.URLDecoder.decode(matcher.group(1), StandardCharsets.UTF_8);
    }

    static String csrfOf(HttpResponse<String> page) {
        Matcher matcher = CSRF.matcher(page.body());
        if (!matcher.find()) {
            throw new AssertionError("no CSRF field in " + page.body());
        }
        return matcher.group(1);
    }

    private static String challenge() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
