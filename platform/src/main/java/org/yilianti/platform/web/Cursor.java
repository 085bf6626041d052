package org.yilianti.platform.web;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.yilianti.platform.problem.Refusal;

/** The sort key of the last row given, opaque to callers. */
public record Cursor(List<String> key) {

    private static final String SEPARATOR = "\u001f";

    public static Cursor of(Object... key) {
        return new Cursor(Arrays.stream(key).map(String::valueOf).toList());
    }

    /** The cursor a caller sent back; refuses (400) anything that {@link #encoded()} did not make. */
    static Cursor decoded(String text) {
        try {
            String key = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            return new Cursor(List.of(key.split(SEPARATOR, -1)));
        } catch (IllegalArgumentException malformed) {
            throw invalid(text);
        }
    }

    public String encoded() {
        byte[] bytes = String.join(SEPARATOR, key).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Part {@code index} of the key; refuses (400) a cursor of another list. */
    public String text(int index) {
        if (index >= key.size()) {
            throw invalid(encoded());
        }
        return key.get(index);
    }

    /** As {@link #text(int)}, read as an id. */
    public UUID id(int index) {
        try {
            return UUID.fromString(text(index));
        } catch (IllegalArgumentException malformed) {
            throw invalid(encoded());
        }
    }

    /** As {@link #text(int)}, read as a whole number. */
    public long number(int index) {
        try {
            return Long.parseLong(text(index));
        } catch (NumberFormatException malformed) {
            throw invalid(encoded());
        }
    }

    /** As {@link #text(int)}, read as a day. */
    public LocalDate date(int index) {
        try {
            return LocalDate.parse(text(index));
        } catch (DateTimeParseException malformed) {
            throw invalid(encoded());
        }
    }

    private static Refusal invalid(String text) {
        return Refusal.malformed("request.cursor-invalid", text);
    }
}
