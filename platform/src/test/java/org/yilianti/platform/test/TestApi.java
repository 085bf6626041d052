package org.yilianti.platform.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the service under test over HTTP as one caller; immutable. */
public final class TestApi {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final JsonMapper JSON = new JsonMapper();

    private final int port;
    private final @Nullable String token;
    private final @Nullable String language;

    private TestApi(int port, @Nullable String token, @Nullable String language) {
        this.port = port;
        this.token = token;
        this.language = language;
    }

    /** A client without a token. */
    public TestApi(int port) {
        this(port, null, null);
    }

    public TestApi as(TestCaller caller) {
        return withToken(caller.token());
    }

    public TestApi withToken(String bearer) {
        return new TestApi(port, bearer, language);
    }

    public TestApi inLanguage(String tag) {
        return new TestApi(port, token, tag);
    }

    /** What came back. */
    public record Answer(int status, String body, HttpResponse<String> response) {

        /** The body as JSON; fails when it is none. */
        public JsonNode json() {
            return JSON.readTree(body);
        }

        public @Nullable String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }

        /** The {@code code} of a problem document. */
        public String code() {
            return json().path("code").asString();
        }

        /** The body's {@code id}. */
        public UUID id() {
            return UUID.fromString(json().path("id").asString());
        }
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    /** Posts JSON (a string as it is, anything else serialised) with a fresh Idempotency-Key. */
    public Answer post(String path, Object body) {
        return post(path, body, UUID.randomUUID().toString());
    }

    public Answer post(String path, Object body, @Nullable String idempotencyKey) {
        return post(path, body, idempotencyKey, "application/json");
    }

    public Answer post(String path, Object body, @Nullable String idempotencyKey, String contentType) {
        HttpRequest.Builder request = request(path).POST(BodyPublishers.ofString(text(body)));
        request.header("Content-Type", contentType);
        if (idempotencyKey != null) {
            request.header("Idempotency-Key", idempotencyKey);
        }
        return send(request);
    }

    /** Puts JSON; {@code ifMatch} as given by ETag, null for none. */
    public Answer put(String path, Object body, @Nullable String ifMatch) {
        HttpRequest.Builder request = request(path).PUT(BodyPublishers.ofString(text(body)));
        request.header("Content-Type", "application/json");
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return send(request);
    }

    /** Deletes what was read with this ETag. */
    public Answer delete(String path, String ifMatch) {
        return send(request(path).DELETE().header("If-Match", ifMatch));
    }

    /** Any method with an empty JSON object, for refusals. */
    public Answer send(String method, String path) {
        return send(request(path)
                .method(method, method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString("{}"))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString()));
    }

    /** Any method with a body, if any, as somebody who has read version 1 of everything. */
    public Answer send(String method, String path, @Nullable Object body) {
        return send(request(path)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(text(body)))
                .header("Content-Type", body instanceof String ? "text/csv" : "application/json")
                .header("If-Match", "\"1\"")
                .header("Idempotency-Key", UUID.randomUUID().toString()));
    }

    private static String text(Object body) {
        return body instanceof String text ? text : JSON.writeValueAsString(body);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (language != null) {
            request.header("Accept-Language", language);
        }
        return request;
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body(), response);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
