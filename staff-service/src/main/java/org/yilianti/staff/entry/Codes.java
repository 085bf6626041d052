package org.yilianti.staff.entry;

import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The codes of each enumeration, made once: an import reads millions. */
final class Codes {

    private static final ClassValue<Map<String, Enum<?>>> BY_CODE = new ClassValue<>() {
        @Override
        protected Map<String, Enum<?>> computeValue(Class<?> type) {
            Map<String, Enum<?>> constants = new HashMap<>();
            for (Object constant : type.getEnumConstants()) {
                constants.put(code((Enum<?>) constant), (Enum<?>) constant);
            }
            return Collections.unmodifiableMap(constants);
        }
    };

    private static final Map<Enum<?>, String> CODES = new ConcurrentHashMap<>();

    private Codes() {}

    static String of(Enum<?> constant) {
        return CODES.computeIfAbsent(constant, Codes::code);
    }

    static <E extends Enum<E>> @Nullable E find(Class<E> type, String code) {
        Enum<?> constant = BY_CODE.get(type).get(code);
        return constant == null ? null : type.cast(constant);
    }

    private static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
