package org.yilianti.rotation.directory;

/** Why a licence does not permit practice on a day; in the order in which they matter when several licences fail. */
public enum LicenceObstacle {
    SUSPENDED("licence-suspended"),
    REVOKED("licence-revoked"),
    EXPIRED("licence-expired"),
    NOT_YET_VALID("licence-not-yet-valid");

    private final String code;

    LicenceObstacle(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** Whether an authority took the right away, rather than time. */
    public boolean sanction() {
        return this == SUSPENDED || this == REVOKED;
    }
}
