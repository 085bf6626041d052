package org.yilianti.rotation.service.batch;

import java.util.Arrays;
import java.util.List;

/** A row cannot be understood; tells in which column and why. */
final class BadRow extends RuntimeException {

    private final String column;
    private final String code;
    private final transient List<Object> args;

    BadRow(String column, String code, Object... args) {
        super(column + ": " + code);
        this.column = column;
        this.code = code;
        this.args = Arrays.asList(args);
    }

    String column() {
        return column;
    }

    String code() {
        return code;
    }

    List<Object> args() {
        return args;
    }
}
