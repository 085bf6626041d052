package org.yilianti.sample.client;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * Repeats a call while there is hope: nobody answers, a service is away (502, 503, 504), too many calls (429), the same key is
 * still being worked on (409), the token has become invalid (401, once), or a service broke down over the call (500, a few times:
 * its database may have gone away under it).
 */
record Persistence(HttpClient http, Tokens tokens, Patience patience) {

    private static final int STALE_READS = 5;
    private static final int RENEWALS = 1;
    private static final int BREAKDOWNS = 3;

    /** @throws ApiException when the answer is an error that repetition does not change, or the patience has ended */
    Answer send(String account, HttpRequest.Builder request) {
        long end = System.nanoTime() + patience.limit().toNanos();
        int renewals = 0;
        int breakdowns = 0;
        while (true) {
            var outcome = attempt(account, request);
            if (outcome.answer() != null) {
                return outcome.answer();
            }
            boolean again =
                    switch (outcome.status()) {
                        case 401 -> renewals++ < RENEWALS;
                        case 500 -> breakdowns++ < BREAKDOWNS;
                        default -> outcome.hopeful();
                    };
            if (!again || System.nanoTime() - end > 0) {
                throw outcome.failure();
            }
            if (outcome.status() == 401) {
                tokens.forget(account);
            }
            patience.rest();
        }
    }

    /** Repeats a read-and-change while the version read is no longer the current one. */
    Answer onceMoreWhenStale(Supplier<Answer> change) {
        for (int reads = 1; ; reads++) {
            try {
                return change.get();
            } catch (ApiException e) {
                if (e.status() != 412 || reads == STALE_READS) {
                    throw e;
                }
            }
        }
    }

    private Outcome attempt(String account, HttpRequest.Builder request) {
        String line = "";
        try {
            var authorized = request.copy()
                    .setHeader("Authorization", "Bearer " + tokens.of(account))
                    .build();
            line = "%s %s as %s".formatted(authorized.method(), authorized.uri(), account);
            return Outcome.of(line, http.send(authorized, BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            return new Outcome(
                    null, 0, true, new UnreachableException(line.isEmpty() ? "token of " + account : line, e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome(null, 0, false, new UnreachableException(line, e));
        }
    }

    /**
     * What one attempt came to.
     *
     * @param hopeful whether the same call may succeed later
     */
    private record Outcome(@Nullable Answer answer, int status, boolean hopeful, RuntimeException failure) {

        static Outcome of(String line, HttpResponse<byte[]> response) {
            int status = response.statusCode();
            var body = parsed(response.body());
            var failure = new ApiException(line, status, body);
            if (status >= 200 && status < 300) {
                return new Outcome(
                        new Answer(status, body, header(response, "ETag"), header(response, "Location")),
                        status,
                        false,
                        failure);
            }
            return new Outcome(null, status, hopeful(status, body), failure);
        }

        private static boolean hopeful(int status, JsonNode body) {
            return switch (status) {
                case 429, 502, 503, 504 -> true;
                case 409 -> body.path("code").asString("").contains("in-flight");
                default -> false;
            };
        }

        private static Optional<String> header(HttpResponse<?> response, String name) {
            return response.headers().firstValue(name);
        }

        private static JsonNode parsed(byte[] body) {
            try {
                return body.length == 0
                        ? MissingNode.getInstance()
                        : JsonMapper.shared().readTree(body);
            } catch (JacksonException notJson) {
                // An HTML page of something in between: the status alone decides.
                return MissingNode.getInstance();
            }
        }
    }

    /** Nobody answered. */
    static final class UnreachableException extends RuntimeException {
        UnreachableException(String request, Exception cause) {
            super(request + ": no answer (" + cause + ")", cause);
        }
    }
}
