package org.yilianti.rotation.agreement;

import java.util.UUID;

/** The two institutions of an agreement. */
public enum Side {
    HOME,
    HOST;

    /** The institution on this side. */
    public UUID of(PracticeAgreement agreement) {
        return this == HOME ? agreement.homeInstitutionId() : agreement.hostInstitutionId();
    }
}
