package org.yilianti.gateway.limits;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.yilianti.platform.problem.ProblemWriter;

/** One token bucket per caller; those that were not used for a while are forgotten, when they are full again anyway. */
class Buckets {

    private static final long MOST_CALLERS = 100_000;

    private final LoadingCache<String, Bucket> buckets;
    private final ProblemWriter problems;

    Buckets(long burst, long refill, Duration period, ProblemWriter problems) {
        Duration fullAgain = period.multipliedBy(1 + burst / refill);
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST_CALLERS)
                .expireAfterAccess(fullAgain.plusSeconds(1))
                .build(caller -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(burst).refillGreedy(refill, period))
                        .build());
        this.problems = problems;
    }

    /** Takes one from the bucket of {@code caller}; when it is empty, answers 429 and returns false. */
    boolean take(String caller, HttpServletRequest request, HttpServletResponse response) throws IOException {
        ConsumptionProbe probe = buckets.get(caller).tryConsumeAndReturnRemaining(1);
        if (probe.isConsumed()) {
            return true;
        }
        long seconds =
                Math.max(1, Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds());
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        problems.write(request, response, HttpStatus.TOO_MANY_REQUESTS, "limit.rate", seconds);
        return false;
    }
}
