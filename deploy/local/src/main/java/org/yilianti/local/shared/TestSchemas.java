package org.yilianti.local.shared;

import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.yilianti.local.database.DatabaseAccess;
import org.yilianti.local.database.SchemaAdministration;

/** The schemas of tests, named {@code <prefix>_<process id of the owner>_<number>}. */
final class TestSchemas {

    private static final int PREFIX_LENGTH = 16;

    private final SchemaAdministration administration;
    private final AtomicInteger created = new AtomicInteger();

    TestSchemas(SchemaAdministration administration) {
        this.administration = administration;
    }

    /** Creates an empty schema and drops those of the same prefix whose owner has ended. */
    DatabaseAccess create(String prefix, long owner) throws SQLException {
        if (prefix.length() > PREFIX_LENGTH) {
            throw new IllegalArgumentException(
                    "The prefix '%s' is longer than %d characters".formatted(prefix, PREFIX_LENGTH));
        }
        for (String name : administration.namesStartingWith(prefix + "_")) {
            if (isLeftover(name.substring(prefix.length() + 1))) {
                administration.drop(name);
            }
        }
        String name = "%s_%d_%d".formatted(prefix, owner, created.incrementAndGet());
        return administration.ensure(name, UUID.randomUUID().toString());
    }

    private static boolean isLeftover(String ownerAndNumber) {
        // Another prefix may start with this one: its names have no owner at this place.
        return ownerAndNumber.matches("\\d+_\\d+")
                && ProcessHandle.of(Long.parseLong(ownerAndNumber.substring(0, ownerAndNumber.indexOf('_'))))
                        .isEmpty();
    }
}
