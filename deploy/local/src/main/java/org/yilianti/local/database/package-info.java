/**
 * The real database, unpacked from an archive of Maven Central and run as an own process, and its schemas.
 *
 * <p>Invariants: it listens on the loopback address only; the administrator has a password before the first connection is
 * accepted; a schema has exactly one user, who can do anything in it and nothing outside. Both engines run with the same
 * character set, time zone and strict SQL mode, so that what passes on one is not an accident of its defaults.
 */
@NullMarked
package org.yilianti.local.database;

import org.jspecify.annotations.NullMarked;
