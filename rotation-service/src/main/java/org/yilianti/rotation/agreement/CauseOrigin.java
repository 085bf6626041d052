package org.yilianti.rotation.agreement;

/** Where a cause of suspension comes from, and so what makes it go. */
public enum CauseOrigin {
    /** A fact about the member or the agreement: goes when the fact does, and is worked out anew whenever facts change. */
    FACT,
    /** A registrar decided: goes only when a registrar decides again. */
    DECISION
}
