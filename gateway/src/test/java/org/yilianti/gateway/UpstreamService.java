package org.yilianti.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** Stands where a service would: answers with its own name, at {@code …/silence} not at all, and remembers what it was asked. */
final class UpstreamService implements AutoCloseable {

    private final String name;
    private final HttpServer server;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final Map<String, Told> told = new ConcurrentHashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    UpstreamService(String name) {
        this.name = name;
        try {
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    List<Asked> asked() {
        return asked;
    }

    Asked lastAsked() {
        return asked.getLast();
    }

    /** From now on answers so to a method of an address, such as {@code PUT /v1/things}. */
    void tell(String methodAndPath, int status, String body) {
        told.put(methodAndPath, new Told(status, body));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            long body = exchange.getRequestBody().transferTo(java.io.OutputStream.nullOutputStream());
            asked.add(new Asked(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    Map.copyOf(exchange.getRequestHeaders()),
                    body));
            if (exchange.getRequestURI().getPath().endsWith("/silence")) {
                closed.await();
            }
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.getResponseHeaders().add("Set-Cookie", "inner=secret");
            exchange.getResponseHeaders().add("Cache-Control", "public, max-age=600");
            exchange.getResponseHeaders().add("ETag", "\"3\"");
            exchange.getResponseHeaders().add("Location", uri() + "/v1/imports/7?x=1");
            String path = exchange.getRequestURI().getPath();
            Told usual = new Told(200, path.equals("/v3/api-docs") ? document() : who());
            Told answer = told.getOrDefault(exchange.getRequestMethod() + " " + path, usual);
            byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private String who() {
        return "{\"service\":\"" + name + "\"}";
    }

    private String document() {
        return """
                {"openapi":"3.1.0","info":{"title":"%s-service","version":"1"},"servers":[{"url":"%s"}],
                 "paths":{"/v1/%s-things":{"get":{"summary":"things of %s","responses":{"200":{"description":"OK"}}}}}}""".formatted(name, uri(), name, name);
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }

    /** What is answered. */
    private record Told(int status, String body) {}

    /** One call as it arrived; {@code body} is the number of bytes. */
    record Asked(String method, String uri, Map<String, List<String>> headers, long body) {

        List<String> header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .flatMap(header -> header.getValue().stream())
                    .toList();
        }
    }
}
