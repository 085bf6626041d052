/**
 * What this service knows of institutions, members of staff, appointments and licences: a copy fed only by staff-service's events.
 *
 * <p>Invariants. Nothing here is changed by a request. A row is the newest state that arrived; states of different aggregates may arrive in
 * any order, so there are no foreign keys between the tables and a reader treats what is missing as unknown. Codes and numbers are
 * unique by their owner's promise; an index here is not, or a second id with a known code would overwrite the first's row silently.
 * Two ids share a code when the registry was restored from before a registration that was then made again: no event tells that the
 * first is gone. Who asks by code is told of the later one; ids are in the order of time.
 *
 * <p>Decisions. Events are applied in batches with a handful of statements, whatever their number. Everybody who acts on a person's
 * lawfulness takes {@link org.yilianti.rotation.directory.Members#lock} first, as does a licence change: so a decision and the change
 * that would overturn it never pass each other unseen. {@link org.yilianti.rotation.directory.LicencesChanged} is heard inside the
 * transaction.
 *
 * <p>What was known when is kept beside what is known: each change closes the history rows of what it changed and adds the new ones
 * ({@link org.yilianti.rotation.directory.Knowledge}). The clock is that of the transaction that applied the news. A question about the time
 * before the history began finds nothing known, and so refuses.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.yilianti.rotation.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
