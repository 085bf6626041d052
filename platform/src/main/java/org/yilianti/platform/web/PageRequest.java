package org.yilianti.platform.web;

import org.jspecify.annotations.Nullable;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.problem.Refusal;

/**
 * Which page of a list is asked for; a controller gets it as an argument, from query parameters {@code limit} and {@code after}.
 *
 * @param limit 1 to {@value #MAX_LIMIT}
 * @param after where the previous page ended; null for the first page
 */
public record PageRequest(int limit, @Nullable Cursor after) {

    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 200;

    public PageRequest {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw Refusal.malformed("request.limit-invalid", MAX_LIMIT, limit);
        }
    }

    /** After which id a list in the order of ids goes on: before all of them for the first page. */
    public byte[] afterId() {
        return after == null ? new byte[16] : Ids.bytes(after.id(0));
    }

    /** Rows to read: one more than the page holds tells whether another page follows. */
    public int fetchSize() {
        return limit + 1;
    }
}
