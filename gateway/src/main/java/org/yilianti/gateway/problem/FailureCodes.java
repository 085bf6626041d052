package org.yilianti.gateway.problem;

import java.util.Set;
import org.springframework.http.HttpStatusCode;

/** The general codes for failures that carry nothing but an HTTP status. */
final class FailureCodes {

    private static final Set<Integer> WITH_MESSAGE = Set.of(400, 401, 403, 404, 405, 406, 413, 415);

    private FailureCodes() {}

    /** {@code http.<status>} where there is a message for it, else the one of its series. */
    static String of(HttpStatusCode status) {
        if (WITH_MESSAGE.contains(status.value())) {
            return "http." + status.value();
        }
        return status.is4xxClientError() ? "http.400" : "http.500";
    }
}
