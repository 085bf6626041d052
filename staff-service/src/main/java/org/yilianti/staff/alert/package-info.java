/**
 * What an office must see to before a day, and is reminded of at the lead times that the association sets (R4, R5, R6).
 *
 * <p>Invariant: an alert is open exactly as long as its ground stands. Features declare an
 * {@link org.yilianti.staff.alert.AlertGround}, a query for what is due; each pass compares it with the alerts there are, raises what is
 * missing, brings nearer what has reached a smaller lead time and settles what has lost its ground. So nothing has to tell an alert that a
 * licence was renewed, and a changed policy shows by itself.
 *
 * <p>Decision: an acknowledgement says that somebody sees to it; it does not close the alert, and a nearer lead time asks again. Each
 * change is one state event {@code staff.alert-changed.v1}.
 */
@ApplicationModule(allowedDependencies = {"entry", "listing", "association", "institution", "member"})
@NullMarked
package org.yilianti.staff.alert;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
