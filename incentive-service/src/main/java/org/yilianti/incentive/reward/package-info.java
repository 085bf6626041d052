/**
 * Rewards and punishments by result, of persons and of institutions (I10).
 *
 * <p>proposed → noticed → effective → revoked; rejected or withdrawn before the notice; after an objection lifted, or noticed again.
 *
 * <p><b>Invariants.</b> Whoever proposed a case does not decide it, whoever decided it does not judge the objection, whoever asks for
 * its revocation does not grant it (database constraints); nobody decides a case about themself. A case has an effect in pay at most
 * once, and its revocation once (unique cause of {@code pay_amendment}).
 *
 * <p><b>Decisions.</b>
 * <ul>
 *   <li>A case is announced to whom it is about and takes effect only when the days to object are over (policy {@code rewards}); an
 *       objection stops it until a third person has judged it. One objection per case.
 *   <li>A bonus or deduction is a difference of the newest settled run over the institution: the next run over the institution settles
 *       it like a late fact, named on the statement. It is paid from that run's pool, and what a deduction keeps back stays in the pool
 *       and goes to the others by their points: what is paid remains exactly the pool, and the ledger balances by the bookings of the
 *       run. Nobody's statement falls below zero; the rest of a deduction is kept back by later runs.
 *   <li>An institution's amount is split over the people of that run by their points.
 *   <li>All deductions of somebody from one run together are at most a share of what it gave (policy, 20 % as in Interim Provisions on Wage
 *       Payment 1994, art. 16; G).
 *   <li>A revocation adds the opposite difference: before the payment both cancel out, after it the amount is given back or kept back.
 *   <li>A commendation, preference, warning or deferral has no effect in pay; promotion (R9) and directors' results (R10) learn of it,
 *       as of all cases, from the event, which tells neither grounds nor amount.
 * </ul>
 */
@ApplicationModule(
        displayName = "Rewards and punishments",
        allowedDependencies = {"directory", "payrun"})
@NullMarked
package org.yilianti.incentive.reward;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
