package org.yilianti.staff.contract;

import org.yilianti.staff.entry.Coded;

/** On what terms somebody is employed. */
public enum ContractKind implements Coded {
    /** In an authorised post of the state (编制). */
    PERMANENT_ESTABLISHMENT(false),
    FIXED_TERM(true),
    OPEN_ENDED(false),
    /** Sent by an agency (劳务派遣). */
    DISPATCHED(true),
    /** Retired and called back (返聘). */
    RE_EMPLOYED(true);

    private final boolean term;

    ContractKind(boolean term) {
        this.term = term;
    }

    /** Whether it must say when it ends. */
    boolean forATerm() {
        return term;
    }
}
