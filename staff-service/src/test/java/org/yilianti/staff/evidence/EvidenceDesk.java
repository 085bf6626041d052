package org.yilianti.staff.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.test.TestCaller;
import org.yilianti.staff.Registry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends and fetches bytes, as the HR office of an association. */
record EvidenceDesk(Registry registry) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();

    /** What came back. */
    record Answer(int status, byte[] body, HttpResponse<byte[]> response) {

        JsonNode json() {
            return JSON.readTree(body);
        }

        String code() {
            return json().path("code").asString();
        }

        UUID id() {
            return UUID.fromString(json().path("id").asString());
        }

        @Nullable String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }
    }

    TestCaller caller(Role role, String... institutions) {
        return TestCaller.named(role.claim()).with(role, institutions).of(registry.association());
    }

    String token() {
        return caller(Role.HR_OFFICER, "*").token();
    }

    static String address(String kind, UUID owner) {
        return "/v1/evidence-files?ownerKind=" + kind + "&ownerId=" + owner;
    }

    Answer upload(String kind, UUID owner, String mediaType, @Nullable String name, byte[] content) {
        HttpRequest.Builder request = request(address(kind, owner), token())
                .header("Content-Type", mediaType)
                .header("Accept-Language", "zh")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofByteArray(content));
        if (name != null) {
            ContentDisposition named = ContentDisposition.attachment()
                    .filename(name, StandardCharsets.UTF_8)
                    .build();
            request.header("Content-Disposition", named.toString());
        }
        return send(request);
    }

    Answer download(UUID file, TestCaller by) {
        return send(
                request("/v1/evidence-files/" + file + "/content", by.token()).GET());
    }

    private HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + registry.port() + path))
                .header("Authorization", "Bearer " + token);
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = HTTP.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response.body(), response);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
