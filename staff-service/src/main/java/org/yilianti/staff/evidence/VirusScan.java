package org.yilianti.staff.evidence;

/** Looks for viruses in a file; a bean of this type says which scanner an installation has. */
interface VirusScan {

    /** No scanner at all. */
    VirusScan NONE = content -> Verdict.NOT_SCANNED;

    /** Never throws: a scanner that cannot be asked is {@link Verdict#UNAVAILABLE}, none at all {@link Verdict#NOT_SCANNED}. */
    Verdict scan(byte[] content);
}
