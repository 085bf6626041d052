package org.yilianti.incentive.payscheme;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.util.Arrays;
import java.util.Objects;

/** The names of the types of terms, as they are written. */
public final class TermTypes {

    private static final JsonSubTypes.Type[] TYPES = Objects.requireNonNull(
                    PayTerm.class.getAnnotation(JsonSubTypes.class))
            .value();

    private TermTypes() {}

    /** Such as {@code night-factor}. */
    public static String name(Class<? extends PayTerm> type) {
        return Arrays.stream(TYPES)
                .filter(one -> one.value() == type)
                .map(JsonSubTypes.Type::name)
                .findFirst()
                .orElseThrow();
    }
}
