package org.yilianti.rotation.application.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.problem.Refusal;

/** Reads {@code If-Match} where a decision may be made without it: two deciders at once are told apart by the row itself. */
final class OptionalVersion {

    private static final Pattern ETAG = Pattern.compile("\"(\\d{1,18})\"");

    private OptionalVersion() {}

    static @Nullable Long of(@Nullable String ifMatch) {
        if (ifMatch == null) {
            return null;
        }
        Matcher matcher = ETAG.matcher(ifMatch);
        if (!matcher.matches()) {
            throw Refusal.malformed("request.if-match-malformed", ifMatch);
        }
        return Long.valueOf(matcher.group(1));
    }
}
