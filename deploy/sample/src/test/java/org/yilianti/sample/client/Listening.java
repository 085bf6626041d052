package org.yilianti.sample.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** A server on the loopback address that gives prepared answers, one after the other, and keeps what it was asked. */
final class Listening implements AutoCloseable {

    /** What came in. */
    record Asked(String method, String target, String key, String authorization, String ifMatch, String body) {}

    /** What goes out. */
    record Prepared(int status, String body, Map<String, String> headers) {}

    private final HttpServer server;
    private final Deque<Prepared> prepared = new ArrayDeque<>();
    private final List<Asked> asked = new ArrayList<>();

    private Listening(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    static Listening on(int port) {
        try {
            return new Listening(port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Listening then(int status, String body) {
        return then(status, body, Map.of());
    }

    Listening then(int status, String body, Map<String, String> headers) {
        prepared.add(new Prepared(status, body, headers));
        return this;
    }

    List<Asked> asked() {
        return asked;
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var headers = exchange.getRequestHeaders();
            asked.add(new Asked(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    String.valueOf(headers.getFirst("Idempotency-Key")),
                    String.valueOf(headers.getFirst("Authorization")),
                    String.valueOf(headers.getFirst("If-Match")),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            var next = prepared.isEmpty() ? new Prepared(500, "{}", Map.of()) : prepared.remove();
            next.headers().forEach(exchange.getResponseHeaders()::add);
            byte[] body = next.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(next.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
