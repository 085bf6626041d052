/**
 * Specialists shared between institutions (M12): one offers a session, others book places in it, free of price; the offerer confirms.
 *
 * <p>Invariants. Never more places are taken than there are: the session is held while a place is booked, and the table says so too. The
 * specialist may lawfully practise there on that day, judged when the session is offered and again whenever it is booked or a booking is
 * confirmed. A specialist has one session at a time. Who confirms a booking has not made it.
 *
 * <p>Decisions. A session is held at the offerer's or, when visiting, at the institution that books it; then the place is judged at booking,
 * the person at the offer. Offers are seen in the whole association, since that is their purpose; bookings by offerer and booker only. A
 * session and its bookings are one aggregate with one version.
 */
@ApplicationModule(allowedDependencies = {"directory", "practice", "notification"})
@NullMarked
package org.yilianti.rotation.sharing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
