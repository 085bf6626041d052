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

    private record Signed(TestApi api, Instant until) {}

    private final TestApi api;
    private final Map<TestCaller, Signed> signed = new ConcurrentHashMap<>();

    public TestCallers(int port) {
        this.api = new TestApi(port);
    }

    /** The service as this caller sees it. */
    public TestApi as(TestCaller caller) {
        Instant now = Instant.now();
        return signed.compute(
                        caller,
                        (same, before) -> before != null && now.isBefore(before.until())
                                ? before
                                : new Signed(api.as(caller), now.plus(FRESH)))
                .api();
    }
}
