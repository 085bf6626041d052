package org.yilianti.local.database;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A kind of database server: where its program comes from and what is special about starting it. */
public sealed interface DatabaseEngine permits MariaDb, MySql {

    /**
     * Returns the engine of this name, {@code mariadb} or {@code mysql}.
     *
     * @throws IllegalArgumentException if there is none
     */
    static DatabaseEngine named(String name) {
        return switch (name) {
            case "mariadb" -> new MariaDb();
            case "mysql" -> new MySql();
            default ->
                throw new IllegalArgumentException(
                        "There is no database engine '%s'; choose mariadb or mysql".formatted(name));
        };
    }

    /** Unpacks the program below the folder if it is not there yet, and returns its home. */
    Path unpack(Path engines);

    /** Returns the command that fills an empty data directory; it ends by itself. */
    List<String> installation(Path home, Path data);

    /** Returns the server program with the options that only this engine knows. */
    List<String> server(Path home);

    /** Returns the variables its programs need. */
    Map<String, String> environment(Path home);
}
