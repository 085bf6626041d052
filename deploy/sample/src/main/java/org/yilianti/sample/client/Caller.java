package org.yilianti.sample.client;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One account's view of the API. All methods throw {@link ApiException} when the answer is not a success. */
public final class Caller {

    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(60);
    private static final int STALE = 412;

    private final String account;
    private final URI gateway;
    private final Persistence persistence;
    private final BiConsumer<String, String> answered;

    Caller(String account, URI gateway, Persistence persistence, BiConsumer<String, String> answered) {
        this.account = account;
        this.gateway = gateway;
        this.persistence = persistence;
        this.answered = answered;
    }

    /** Reads a resource. */
    public Answer get(String path) {
        return persistence.send(account, request(path).GET());
    }

    /** Reads a list to its end, page by page. */
    public List<JsonNode> list(String path) {
        var items = new ArrayList<JsonNode>();
        String next = "";
        do {
            var page = get(
                    next.isEmpty() ? path : path + (path.contains("?") ? "&" : "?") + "after=" + Query.encode(next));
            page.body().path("items").forEach(items::add);
            next = page.text("next");
        } while (!next.isEmpty());
        return items;
    }

    /** Creates or decides something; the same key and body again have no further effect and the same answer. */
    public Answer post(String path, String key, Object body) {
        return post(path, key, "application/json", json(body));
    }

    /** Decides something that needs no further input. */
    public Answer post(String path, String key) {
        return post(path, key, Map.of());
    }

    /** Decides on what was read with this version. */
    public Answer decide(String path, String key, String version, Object body) {
        return post(path, key, "application/json", json(body), "If-Match", version);
    }

    /** Uploads a list. */
    public Answer upload(String path, String key, byte[] csv) {
        return upload(path, key, "text/csv; charset=utf-8", csv);
    }

    /** Uploads a file of any type. */
    public Answer upload(String path, String key, String type, byte[] content) {
        return post(path, key, type, content);
    }

    /**
     * Replaces a part of a resource, with the version that a fresh read of the resource gives; a change by others in between, or
     * of this call itself when its answer was lost, leads to another read.
     *
     * @param resource what is read for its version
     */
    public Answer put(String resource, String path, Object body) {
        return persistence.onceMoreWhenStale(() -> {
            var version = get(resource).etag();
            var request = request(path)
                    .header("Content-Type", "application/json")
                    .PUT(BodyPublishers.ofByteArray(json(body)));
            version.ifPresent(etag -> request.header("If-Match", etag));
            return persistence.send(account, request);
        });
    }

    /** Puts what is not there yet; what is there stays as it is. */
    public void create(String path, Object body) {
        var request = request(path)
                .header("Content-Type", "application/json")
                .header("If-Match", "\"0\"")
                .PUT(BodyPublishers.ofByteArray(json(body)));
        try {
            persistence.send(account, request);
        } catch (ApiException e) {
            if (e.status() != STALE) {
                throw e;
            }
        }
    }

    private Answer post(String path, String key, String type, byte[] content, String... headers) {
        var request = request(path)
                .header("Content-Type", type)
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofByteArray(content));
        if (headers.length > 0) {
            request.headers(headers);
        }
        var answer = persistence.send(account, request);
        answered.accept(account, key);
        return answer;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(gateway.resolve(path))
                .timeout(ANSWER_LIMIT)
                .header("Accept", "application/json, application/problem+json")
                .header("Accept-Language", "en");
    }

    private static byte[] json(Object body) {
        return JsonMapper.shared().writeValueAsBytes(body);
    }
}
