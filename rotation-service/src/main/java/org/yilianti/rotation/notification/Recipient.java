package org.yilianti.rotation.notification;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.access.Role;

/**
 * Who is told: exactly one of a member, an account, or the holders of a role for an institution.
 *
 * @param institutionCode with a role only; {@code *} for holders of the role for the whole association
 */
public record Recipient(
        @Nullable UUID memberId,
        @Nullable String account,
        @Nullable Role role,
        @Nullable String institutionCode) {

    public static final String WHOLE_ASSOCIATION = "*";

    /** @throws IllegalArgumentException unless exactly one kind of recipient is named */
    public Recipient {
        int named = (memberId == null ? 0 : 1) + (account == null ? 0 : 1) + (role == null ? 0 : 1);
        if (named != 1 || (role == null) != (institutionCode == null)) {
            throw new IllegalArgumentException("a recipient is a member, an account or a role for an institution");
        }
    }

    /** A member of staff, by whatever account. */
    public static Recipient member(UUID memberId) {
        return new Recipient(memberId, null, null, null);
    }

    /** One account or client by name. */
    public static Recipient account(String name) {
        return new Recipient(null, name, null, null);
    }

    /** Everybody who holds the role for the institution. */
    public static Recipient role(Role role, String institutionCode) {
        return new Recipient(null, null, role, institutionCode);
    }

    /** Everybody who holds the role for the whole association. */
    public static Recipient role(Role role) {
        return role(role, WHOLE_ASSOCIATION);
    }
}
