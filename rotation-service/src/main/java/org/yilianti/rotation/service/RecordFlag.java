package org.yilianti.rotation.service;

import java.util.Arrays;
import java.util.List;

/**
 * Something about a record that is not as it should be.
 *
 * @param code machine code; behind {@code service-record.}, the key of the message
 * @param blocking whether it keeps the record from being confirmed until somebody has resolved it
 * @param args values in the message, as text
 */
public record RecordFlag(String code, boolean blocking, List<String> args) {

    /** The code of every flag that says why the practice was unlawful; its only value is the code of the verdict. */
    static final String UNLAWFUL = "unlawful-practice";

    static RecordFlag blocking(String code, Object... args) {
        return new RecordFlag(code, true, texts(args));
    }

    static RecordFlag remark(String code, Object... args) {
        return new RecordFlag(code, false, texts(args));
    }

    private static List<String> texts(Object... args) {
        return Arrays.stream(args).map(String::valueOf).toList();
    }
}
