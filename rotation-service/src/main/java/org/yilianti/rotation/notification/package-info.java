/**
 * Tells those concerned what has happened (M2, M3): a member, an account by name, or everybody with a role for an institution.
 *
 * <p>Invariants. A notification is written in the transaction of what it tells of, together with its fact event
 * {@code rotation.notification-raised.v1}, so neither exists without the other; it never changes. Whether it has been read is kept for each
 * account by itself: one registrar's reading does not hide it from the next.
 *
 * <p>Decisions. What is kept is a kind and its values, not a text: the text is made in the reader's language, key {@code notification.<kind>}.
 * Values are codes, numbers and dates, never names of people, since the event leaves the service. Any feature may tell; this one knows
 * none of them.
 */
@ApplicationModule(allowedDependencies = "directory")
@NullMarked
package org.yilianti.rotation.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
