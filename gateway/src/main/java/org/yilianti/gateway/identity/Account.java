package org.yilianti.gateway.identity;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody or something that may hold tokens.
 *
 * @param name the {@code sub} of its tokens: the sign-in name of a person, the client id of a machine
 * @param staffNo the business number of a member of staff, null for machines and for people who are none
 * @param closed whether it gets no tokens until it is reopened
 * @param version counts its changes
 */
public record Account(
        String name,
        Kind kind,
        UUID association,
        String displayName,
        @Nullable String staffNo,
        List<Grant> grants,
        boolean closed,
        long version) {

    /** What an account name looks like. */
    public static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}";

    /** People sign in with a password; machines with the secret of the registered client of the same name. */
    public enum Kind {
        PERSON,
        MACHINE
    }

    public Account {
        if (!name.matches(NAME)) {
            throw new IllegalArgumentException("'" + name + "' is no account name: letters, digits, . _ - up to 100");
        }
        grants = List.copyOf(grants);
    }

    /** A new account, open and never changed. */
    static Account opened(
            String name,
            Kind kind,
            UUID association,
            String displayName,
            @Nullable String staffNo,
            List<Grant> grants) {
        return new Account(name, kind, association, displayName, staffNo, grants, false, 0);
    }

    Account withGrants(List<Grant> replaced) {
        return new Account(name, kind, association, displayName, staffNo, replaced, closed, version + 1);
    }

    Account closed(boolean now) {
        return new Account(name, kind, association, displayName, staffNo, grants, now, version + 1);
    }
}
