/**
 * Pay runs: a pool of money becomes what each person is paid (I5, I6).
 *
 * <p>draft → calculated → reviewed → noticed → final → paid; cancelled before final. A rejected review and a recalculation lead back
 * to draft.
 *
 * <p><b>Invariants.</b> Whoever made or calculated a run does not review it, and who made it final does not pay it (also database
 * constraints). What is payable and what is paid is exactly the pool. A pool is used once somebody else than its proposer has confirmed it, by
 * one run that is not cancelled; a person is paid once per run and item (unique keys).
 * Each change of state is one transaction with its step of the history, its audit row, its event and its bookings.
 *
 * <p><b>Decisions.</b>
 * <ul>
 *   <li>Tables {@code pay_input_*} keep all a run was calculated from; {@link org.yilianti.incentive.payrun.PayFormula} sees nothing else,
 *       so that a run can be computed again, to the fen, years later.
 *   <li>Points are kept in weighted minutes ("point minutes"), a sixtieth of a point: minutes are whole, weights and factors finite
 *       decimals, so nothing is rounded before the split of the money.
 *   <li>A calculation is a queued job of stages, and most stages of parts: an institution, or a range of people. Each part is one
 *       short transaction that any process may carry out; a part is claimed by the lock of its row, a stage is ended under the lock of
 *       the run. A kill loses at most the part it hits. Nothing of a run is shown before it is calculated.
 *   <li>People, records and lines are written by set-based statements or in batches; in memory are the lines of one institution at a
 *       time, the institutions and the corrections. Corrections are settled within the one transaction that finds them, with the
 *       corrected runs locked, so that two calculations never settle the same difference.
 *   <li>Institutions are taken one after another. A record that is told after its institution was taken is a late fact of the run, as if
 *       it had come after the run.
 *   <li>Late, corrected and withdrawn records of a settled month are settled by the next run over the same institutions (I7): the
 *       settled run is computed again with the service of its month as it is known now and everything else as it was, and the
 *       difference to what was given for it comes off the top of the new pool. Nothing is kept of what is still owed; it is found
 *       again, so a cancelled run forgets nothing. Nobody's statement falls below zero.
 *   <li>Decisions about a settled run (an upheld appeal, a reward or punishment, its revocation) amend its inputs or add to its result and
 *       are settled the same way; a run keeps which decisions its corrections follow from, and statements name them.
 *   <li>A simulation computes a run's stored inputs under other rules (scheme, factors, pool) and keeps the differences with their
 *       groups; it changes nothing of the run and outlives its recalculation.
 *   <li>A run keeps when its inputs were known and the SHA-256 of its result; computing it again must give the same bytes.
 *   <li>A month may have several pools, of one kind of performance pay or of several, such as basic and reward: each is paid out by a run of its
 *       own, a kind has its own schemes, and what came late for a run is settled by the next run of the same kind, so that no pool pays what
 *       another was given for. Payments never happen twice for each run and person, and a pool has one run that stands.
 *   <li>Rules are those of the pay scheme that is in force when the calculation begins, or of the policy {@code performance-pay} where
 *       there is none; the run keeps which. Preferences act on the split over institutions, caps and floors inside an institution.
 *   <li>Post salaries and allowances need all sites of a person at once and are computed in the parts by people, in memory for one part
 *       at a time ({@code FixedPay}); they come off the pool before it is split, are part of the line's amount and are kept term by term.
 *       Only a correction of a settled run with such terms holds the run's service in memory.
 *   <li>Inputs are taken by set-based SQL from the tables of {@code directory} and of the closed evaluation.
 *   <li>Tables {@code pay_payment} and {@code pay_input_person} of a paid run may be read in SQL by pay files.
 *   <li>Runs belong to the whole association; of statements a caller sees the lines of the institutions in scope, a member of staff
 *       all lines of the own ones from the notice on.
 * </ul>
 */
@ApplicationModule(
        displayName = "Pay runs",
        allowedDependencies = {"directory", "evaluation", "fund", "ledger", "payscheme", "scheme"})
@NullMarked
package org.yilianti.incentive.payrun;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
