package org.yilianti.platform.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.problem.Refusal;

/**
 * The version a caller read before changing a resource; a controller gets it as an argument, from {@code If-Match}.
 *
 * <p>A decision that asks for a {@code @Nullable} one goes without it, but never past one that is sent (RFC 9110, 13.1.1).
 *
 * @param value the aggregate's version
 */
public record ExpectedVersion(long value) {

    private static final Pattern ETAG = Pattern.compile("\"(\\d{1,18})\"");

    static ExpectedVersion parse(@Nullable String ifMatch) {
        if (ifMatch == null) {
            throw Refusal.preconditionRequired("request.if-match-missing");
        }
        Matcher matcher = ETAG.matcher(ifMatch);
        if (!matcher.matches()) {
            throw Refusal.malformed("request.if-match-malformed", ifMatch);
        }
        return new ExpectedVersion(Long.parseLong(matcher.group(1)));
    }

    /** As {@link #check}, if a version was sent at all. */
    public static void checkIfSent(@Nullable ExpectedVersion expected, long actual) {
        if (expected != null) {
            expected.check(actual);
        }
    }

    /** Refuses (412) when the resource is no longer at this version. */
    public void check(long actual) {
        if (value != actual) {
            throw Refusal.stale(value, actual);
        }
    }

    /** The ETag of a version, quoted. */
    public static String etag(long version) {
        return "\"" + version + "\"";
    }
}
