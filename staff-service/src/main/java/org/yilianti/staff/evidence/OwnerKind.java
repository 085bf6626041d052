package org.yilianti.staff.evidence;

import org.yilianti.staff.entry.Coded;

/** What a file is evidence of. */
public enum OwnerKind implements Coded {
    LICENCE,
    SANCTION,
    ASSESSMENT
}
