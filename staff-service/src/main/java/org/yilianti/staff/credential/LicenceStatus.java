package org.yilianti.staff.credential;

import org.yilianti.staff.entry.Coded;

/** Whether a licence stands; expiry is not a status but a matter of the day. */
public enum LicenceStatus implements Coded {
    ACTIVE,
    SUSPENDED,
    REVOKED
}
