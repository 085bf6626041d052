/**
 * The consequences of changed facts for agreements (M3): what a licence, an appointment, an insurance, a failed assessment, too many hours
 * or the calendar takes away is suspended or ended by rule, and resumed when nothing stands in the way any more.
 *
 * <p>Invariants. Causes come from one index, {@link org.yilianti.rotation.cascade.CauseRules}. A review looks at everything anew and changes
 * only what differs, so it may run as often and on as many replicas as it likes; it holds the members' locks. What a registrar decided
 * is none of its business. The release of duties hears the changed agreements inside the same transaction, and those concerned are told
 * in it too.
 *
 * <p>Decisions. Facts change in two ways: by news (then the review runs in the transaction that hears it) and by the calendar. For the
 * second every agreement keeps the next day on which time alone may change it, and a worker reviews what is due: no scan of all
 * agreements, no leader. A sanction suspends as soon as it is known, also ahead of its first day; what time takes away suspends once the
 * day has come. A failed assessment stands until a later one is passed: what it does to the licence itself is
 * staff-service's matter and comes as a change of the licence.
 *
 * <p>Hours. Two caps bind an agreement: its own for the host, and the association's for all hosts together
 * ({@link org.yilianti.rotation.cascade.HoursPolicy}). A week is Monday to Sunday in the association's time, and work belongs to the day on
 * which it begins. Reported service (confirmed or not, but neither disputed, withdrawn nor of doubtful times) that goes beyond a cap and
 * its tolerance suspends from the day after the service that did so to the end of that week; a correction that brings the hours back
 * lifts it, and the next week begins anew. Days gone by are never suspended: what was served beyond is flagged in the record itself. Duties
 * yet to begin for which reported and planned work together leave no room are released, also when a cap was amended; the agreement
 * stands, since up to the cap the member may work. When the association does not want agreements suspended, those concerned are only
 * told; told is once for each week and cap. A roster that is published is held against reported service in the same transaction.
 *
 * <p>Reminders. Before a term or an insurance ends, the member and the registrars of both sides are reminded at the association's lead times
 * ({@link org.yilianti.rotation.cascade.ReminderPolicy}), once each; what has been renewed by then is not spoken of. A reminder is drawn in a
 * review like everything else, so the next day to review is also the next day to remind.
 */
@ApplicationModule(allowedDependencies = {"directory", "agreement", "notification", "roster", "service"})
@NullMarked
package org.yilianti.rotation.cascade;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
