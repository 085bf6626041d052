/**
 * What this service knows of the rest of the association: institutions, people, delivered service.
 *
 * <p><b>Invariants.</b> Fed by events alone, and holds the newest state of each aggregate. Nothing here is ever changed by a
 * request.
 *
 * <p><b>Decisions.</b> Tables {@code directory_*} are a read model that other features of this service may read in SQL, as bulk
 * work must; nobody but this package writes them. Only confirmed and lawful records of service count for pay; the others are
 * kept so that counts can be compared with their source.
 */
@ApplicationModule(
        displayName = "Directory",
        allowedDependencies = {})
@NullMarked
package org.yilianti.incentive.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
