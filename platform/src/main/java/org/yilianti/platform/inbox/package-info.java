/**
 * Hearing of changes: each event applied once and in order, or parked where people can see it.
 *
 * <p>A service declares {@link org.yilianti.platform.inbox.Subscription} beans in its {@code messaging} packages. One listener reads
 * all their topics in batches; a batch is gated and applied in one database transaction and its offsets are committed after it. A
 * state event passes when its version is newer than the one applied, a fact when its id is new. A transient failure is tried again
 * without end. A permanent one parks the event, and with it every later event of the same key, in table parked_event; they are
 * replayed on request. An {@code Error} stops the listener and turns health DOWN.
 */
@NullMarked
package org.yilianti.platform.inbox;

import org.jspecify.annotations.NullMarked;
