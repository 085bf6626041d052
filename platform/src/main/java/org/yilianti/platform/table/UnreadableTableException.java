package org.yilianti.platform.table;

import org.jspecify.annotations.Nullable;

/** Bytes are no table that can be read within its limits. A service catches it where it reads and says so in its own words. */
public final class UnreadableTableException extends RuntimeException {

    private final Reason reason;

    UnreadableTableException(Reason reason, @Nullable Throwable cause) {
        super(cause == null ? reason.name() : String.valueOf(cause.getMessage()), cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** What is wrong with the bytes. */
    public enum Reason {
        /** Text in no charset that is read. */
        CHARSET,
        /** Text that is no CSV (RFC 4180). */
        CSV,
        /** No XLSX workbook, or one that was tampered with. */
        WORKBOOK,
        /** A workbook that unpacks to more than it may, or with a text longer than the format allows. */
        TOO_LARGE,
        /** A line with more than {@link WorkbookFile#MAX_CELLS} cells. */
        TOO_WIDE
    }
}
