package org.yilianti.platform.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.problem.Refusal;

/**
 * The version a caller read before changing a resource; a controller gets it as an argument, from {@code If-Match}.
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
