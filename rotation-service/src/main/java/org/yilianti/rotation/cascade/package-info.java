/**
 * The consequences of changed facts for agreements (M3): what a licence, an appointment, an insurance or the calendar takes away is
 * suspended or ended by rule, and resumed when nothing stands in the way any more.
 *
 * <p>Invariants. Causes come from one index, {@link org.yilianti.rotation.cascade.CauseRules}. A review looks at everything anew and changes
 * only what differs, so it may run as often and on as many replicas as it likes; it holds the members' locks. What a registrar decided
 * is none of its business. The release of duties hears the changed agreements inside the same transaction, and those concerned are told
 * in it too.
 *
 * <p>Decisions. Facts change in two ways: by news (then the review runs in the transaction that hears it) and by the calendar. For the
 * second every agreement keeps the next day on which time alone may change it, and a worker reviews what is due: no scan of all
 * agreements, no leader. A sanction suspends as soon as it is known, also ahead of its first day; what time takes away suspends once the
 * day has come. A failed assessment is not among the causes yet: no such event is published in staff-service.
 */
@ApplicationModule(allowedDependencies = {"directory", "agreement", "notification"})
@NullMarked
package org.yilianti.rotation.cascade;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
