/**
 * Practising licences: what their holders may do, where, from when to when (R4).
 *
 * <p>Invariants: a renewal is a new record that names the one it renews; a revocation is final; only a decision lifts a suspension,
 * never a file. Every version is kept with the time it was believed. Each change is one state event
 * {@code staff.licence-changed.v1}, from which other services suspend agreements and release duties.
 *
 * <p>Who sees a licence: whoever sees its holder, and the office of its main institution, which alone (or the association's) decides.
 */
@ApplicationModule(
        allowedDependencies = {"entry", "listing", "bulk", "agenda", "alert", "association", "institution", "member"})
@NullMarked
package org.yilianti.staff.credential;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
