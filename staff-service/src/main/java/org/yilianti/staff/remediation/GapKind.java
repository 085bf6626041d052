package org.yilianti.staff.remediation;

import org.yilianti.staff.entry.Coded;

/** What somebody lacks: a licence, a title, or something that an office names in words. */
public enum GapKind implements Coded {
    LICENCE,
    TITLE,
    OTHER
}
