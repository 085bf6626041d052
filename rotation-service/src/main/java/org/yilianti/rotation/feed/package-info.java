/**
 * Calendar feeds (M9, M13): a person's duties as iCalendar (RFC 5545) at an address that is itself the key, for calendars that cannot sign in.
 *
 * <p>Invariants. The secret of an address is shown once and kept only as its SHA-256; a revoked or unknown address answers 404, always the same
 * way. A feed holds its owner's duties and nothing of anybody else. An event keeps its UID for a person's day whatever plan the duty comes
 * from; its SEQUENCE grows with every change, and a duty that is gone stays in the feed as CANCELLED, so calendars remove it.
 *
 * <p>Decisions. What calendars were told is compared with the duties when a feed is read, so no way of changing a duty can be forgotten; the
 * comparison is one transaction under the feed's row lock. <b>The text is written here</b>, in
 * {@link org.yilianti.rotation.feed.CalendarText}, although libraries exist, because a feed needs one component, eight properties and times in UTC:
 * biweekly (BSD licence, one jar, 0.6.8 on Maven Central) takes and gives {@code java.util.Date}, which this house forbids by a rule that is a test; ical4j (BSD
 * licence, kept up, 4.x on Maven Central) works on java.time but brings commons-lang3, commons-codec and threeten-extra and looks time zones
 * up in a registry of its own. Neither knows of UIDs, SEQUENCE and CANCELLED more than we have to tell it. Should feeds be read, or carry
 * recurrences or zones, ical4j is the one to take.
 */
@ApplicationModule(allowedDependencies = {"directory", "roster"})
@NullMarked
package org.yilianti.rotation.feed;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
