package org.yilianti.platform.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a caller may be; the claim value is the lower-case name with hyphens. */
public enum Role {
    ASSOCIATION_ADMIN,
    HR_OFFICER,
    REGISTRAR,
    SCHEDULER,
    EVALUATOR,
    PAYROLL_OFFICER,
    PAYROLL_REVIEWER,
    AUDITOR,
    STAFF,
    INTEGRATION;

    public String claim() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The role with this claim value; empty for one this version does not know. */
    public static Optional<Role> ofClaim(String claim) {
        return Arrays.stream(values())
                .filter(role -> role.claim().equals(claim))
                .findFirst();
    }
}
