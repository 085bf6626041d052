/**
 * Policies: settings of an association that hold from a day on, with their whole history.
 *
 * <p>A service declares each policy as a {@link org.yilianti.platform.policy.Policy} bean: a name, a record type and the
 * standard value that holds until an association decides otherwise. {@link org.yilianti.platform.policy.Policies} answers
 * which value is in force on a day, as believed now or as known at an earlier time.
 *
 * <p>Invariants: one administrator proposes a version, another approves it (also a database constraint); versions of a policy
 * are numbered 1, 2, 3 … without gaps; nothing is ever changed or deleted. On a given day the latest approved version that
 * starts on or before it holds, so versions cannot overlap and a later decision may also concern the past.
 *
 * <p>Decision: values are stored as the JSON of their record. A record that gains a component must accept its absence (its
 * constructor supplies the standard), or old versions could not be read any more.
 */
@NullMarked
package org.yilianti.platform.policy;

import org.jspecify.annotations.NullMarked;
