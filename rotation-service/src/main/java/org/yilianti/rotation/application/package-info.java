/**
 * The way to multi-site practice (M2, M4): drafted, submitted, then level by level to consent of the home institution, acceptance by the host
 * and filing by the association; refused, withdrawn or expired on the way. What follows is the agreement's life.
 *
 * <p>Invariants. Nobody has two hands in an application: who made it, who decided, and everybody whose power a decider used are its hands;
 * the aggregate refuses a second one, and so does the key of {@code practice_application_hand}. Nobody decides on what concerns
 * themselves. An application that a rule of {@link org.yilianti.rotation.application.EligibilityRules} refuses is kept as refused, with every
 * reason; filing looks a second time. The history is a legal path and only grows. Of two people who decide at once one wins, the
 * other is told.
 *
 * <p>Decisions. An application states the whole terms, so that what comes into force is what everybody consented to; later changes are amendments
 * of the agreement. The levels of {@link org.yilianti.rotation.application.WorkflowPolicy} are bound when an application is submitted: a changed
 * policy does not change what is under way. Power is lent by delegation, for a period and one institution, through at most three hands; a
 * delegate sees and decides what the delegator would. When a level is overdue, administrators of the association may decide as well:
 * escalation widens the circle and takes nothing away. The calendar is followed by rows that know their next day, held with
 * {@code skip locked}; so any replica may act and each acts once. Inside the association filing is an internal record by law (Physicians Law
 * 2022 art. 18), so heads of institutions may apply (conditions of 2014, as policy).
 */
@ApplicationModule(allowedDependencies = {"directory", "agreement", "agreement :: web", "practice", "notification"})
@NullMarked
package org.yilianti.rotation.application;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
