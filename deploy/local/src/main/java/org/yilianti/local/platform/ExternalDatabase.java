package org.yilianti.local.platform;

/**
 * A MySQL server of the user's own, in place of the embedded database.
 *
 * @param url like {@code jdbc:mysql://host:3306}, options allowed
 * @param user may create schemas and users
 */
public record ExternalDatabase(String url, String user, String password) {

    /** Leaves the password out, so that it never reaches a log. */
    @Override
    public String toString() {
        return "%s as %s".formatted(url, user);
    }
}
