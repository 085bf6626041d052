/**
 * Calendar feeds (M9, M13): a person's duties as iCalendar (RFC 5545) at an address that is itself the key, for calendars that cannot sign in.
 *
 * <p>Invariants. The secret of an address is shown once and kept only as its SHA-256; a revoked or unknown address answers 404, always the same
 * way. A feed holds its owner's duties and nothing of anybody else. An event keeps its UID for a person's day whatever plan the duty comes
 * from; its SEQUENCE grows with every change, and a duty that is gone stays in the feed as CANCELLED, so calendars remove it.
 *
 * <p>Decisions. What calendars were told is compared with the duties when a feed is read, so no way of changing a duty can be forgotten; the
 * comparison is one transaction under the feed's row lock. The text is written here: the libraries bring {@code java.util.Date} or a time-zone
 * registry of their own for what are thirty lines with times in UTC.
 */
@ApplicationModule(allowedDependencies = {"directory", "roster"})
@NullMarked
package org.yilianti.rotation.feed;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
