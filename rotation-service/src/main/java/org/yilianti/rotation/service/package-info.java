/**
 * Records of delivered service (M10): what hospital systems report, what hosts confirm, what is disputed. The source of pay.
 *
 * <p>Invariants. A source id is one record for ever: the same content again changes nothing, other content is a correction, a higher
 * version that has to be confirmed anew; what it said before is kept. What can be kept is kept: overlap, unlawful service, implausible
 * days and service yet to come are flagged ({@link org.yilianti.rotation.service.FlagRules}), and a record with an open blocking flag is
 * never confirmed, hence never paid, until a second person has resolved it with a reason. Only what cannot be stored at all (unknown
 * people and places, longer than 24 hours) is rejected. Who confirms is neither who recorded nor who resolved nor whose service it was.
 *
 * <p>Decisions. A batch is judged in memory after a fixed number of queries and written in a few statements; each item gets its own result,
 * none spoils the others. A service belongs to the day it begins on. Of two records that overlap, the later reported is flagged. A late
 * record is remarked, not blocked: the host's confirmation covers it. Night is what a night duty was, or what lies for at least a half
 * between 22:00 and 06:00 of the association's time. A record may name the emergency call-up under which somebody served, as the reporting
 * system numbers it: the host's confirmation covers that too, and another call-up is a correction.
 */
@ApplicationModule(allowedDependencies = {"directory", "practice", "roster"})
@NullMarked
package org.yilianti.rotation.service;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
