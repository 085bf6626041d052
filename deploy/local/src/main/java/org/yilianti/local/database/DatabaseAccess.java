package org.yilianti.local.database;

/** How a program reaches its schema. */
public record DatabaseAccess(String jdbcUrl, String user, String password) {

    /** Leaves the password out, so that it never reaches a log. */
    @Override
    public String toString() {
        return "%s as %s".formatted(jdbcUrl, user);
    }
}
