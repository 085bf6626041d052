package org.yilianti.rotation;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestCaller;

/** Callers of the service under test. Each one's token is signed once for a while: signing takes longer than most answers. */
public final class TestCallers {

    /** Well within the life of a token. */
    private static final Duration FRESH = Duration.ofMinutes(2);

    private static final Map<TestCaller, Signed> SIGNED = new ConcurrentHashMap<>();

    private record Signed(String token, Instant until) {}

    private final TestApi api;

    public TestCallers(int port) {
        this.api = new TestApi(port);
    }

    /** The service as this caller sees it. */
    public TestApi as(TestCaller caller) {
        Instant now = Instant.now();
        Signed signed = SIGNED.compute(
                caller,
                (same, before) -> before != null && now.isBefore(before.until())
                        ? before
                        : new Signed(caller.token(), now.plus(FRESH)));
        return api.withToken(signed.token());
    }
}
