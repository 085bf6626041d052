package org.yilianti.sample;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Speaks HTTP, sign-in and idempotency keys like the gateway, in front of a {@link PretendedAssociation}. Every so many calls it
 * fails: by turns before the effect (503) and after it, when the answer is lost.
 */
final class PretendedGateway implements AutoCloseable {

    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final Map<String, String> stored = new HashMap<>();
    private final PretendedAssociation association;
    private final int failEvery;
    private int calls;
    private int failures;

    /** @param failEvery 0 for never */
    PretendedGateway(PretendedAssociation association, int failEvery) throws IOException {
        this.association = association;
        this.failEvery = failEvery;
        server.createContext("/", this::answer);
        server.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    int failures() {
        return failures;
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var target = exchange.getRequestURI();
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (target.getPath().startsWith("/v1/")) {
                api(exchange, target, body);
            } else {
                signIn(exchange, target, body);
            }
        }
    }

    private void api(HttpExchange exchange, URI target, String body) throws IOException {
        boolean fails = failEvery > 0 && ++calls % failEvery == 0;
        failures += fails ? 1 : 0;
        boolean before = failures % 2 == 0;
        if (fails && before) {
            send(exchange, 503, "");
            return;
        }
        var account = exchange.getRequestHeaders().getFirst("Authorization").substring("Bearer ".length());
        var key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        String answer;
        if (exchange.getRequestMethod().equals("POST")) {
            if (key == null) {
                send(exchange, 400, "{\"code\":\"idempotency.key-missing\"}");
                return;
            }
            answer = stored.get(account + key);
            if (answer == null) {
                answer = effect(exchange, account, target, body);
                stored.put(account + key, answer);
            }
        } else {
            answer = effect(exchange, account, target, body);
        }
        if (!fails) {
            exchange.getResponseHeaders().add("ETag", "\"1\"");
            send(exchange, 200, answer);
        }
    }

    private String effect(HttpExchange exchange, String account, URI target, String body) {
        JsonNode content = body.startsWith("{")
                ? JsonMapper.shared().readTree(body)
                : JsonMapper.shared().createObjectNode();
        var result = association.answer(
                account, exchange.getRequestMethod(), target.getPath(), parameters(target.getRawQuery()), content);
        return JsonMapper.shared().writeValueAsString(result);
    }

    /** The account's name serves as code and as token. */
    private static void signIn(HttpExchange exchange, URI target, String body) throws IOException {
        var form = parameters(body);
        switch (exchange.getRequestMethod() + target.getPath()) {
            case "GET/oauth2/authorize" -> redirect(exchange, "/login");
            case "GET/login" -> send(exchange, 200, "<input name=\"_csrf\" value=\"c\">");
            case "POST/login" -> redirect(exchange, "http://127.0.0.1/callback?code=" + form.get("username"));
            default -> {
                var basic = exchange.getRequestHeaders().getFirst("Authorization");
                var account = basic == null
                        ? form.get("code")
                        : new String(Base64.getDecoder().decode(basic.substring(6)), StandardCharsets.UTF_8)
                                .split(":", 2)[0];
                send(exchange, 200, "{\"access_token\":\"%s\",\"expires_in\":300}".formatted(account));
            }
        }
    }

    private static void redirect(HttpExchange exchange, String location) throws IOException {
        exchange.getResponseHeaders().add("Location", location);
        send(exchange, 302, "");
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static Map<String, String> parameters(@Nullable String query) {
        var parameters = new HashMap<String, String>();
        if (query != null && !query.isEmpty()) {
            for (var parameter : query.split("&", -1)) {
                var pair = parameter.split("=", 2);
                parameters.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
            }
        }
        return parameters;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
