package org.yilianti.rotation.application;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.problem.Refusal;

/**
 * What an office says.
 *
 * @param note a reason or a question where the kind needs one
 */
public record Verdict(Kind kind, @Nullable String note) {

    /** The kinds of decision. */
    public enum Kind {
        CONSENT,
        ACCEPT,
        FILE,
        REFUSE,
        ASK;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        static Kind ofCode(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** @throws Refusal (422) when a refusal has no reason or a question no text */
    public Verdict {
        if ((kind == Kind.REFUSE || kind == Kind.ASK) && (note == null || note.isBlank())) {
            throw Refusal.invalid("application.reason-missing", kind.code()).at("/note");
        }
    }

    String reason() {
        return note == null ? "" : note;
    }
}
