/**
 * Appropriations: public money from its source over the institutions to its use (I4).
 *
 * <p>An appropriation is announced → received. Of what was received, allotments go to institutions: drafted → advanced → settling →
 * settled, or rejected before that; an entrusted task is fully funded and settled at once. Institutions record what they used it for.
 *
 * <p><b>Invariants.</b> Amounts are whole fen of Chinese yuan. Every step that commits or moves money (receipt, approval of an
 * allotment, approval of its settlement) is a second person's, never that of who proposed it (also database constraints); those that
 * pay need a recent sign-in (see {@code release}). What is allotted never exceeds what was received; an institution's allotment is its
 * advance, what it earned of the rest and what was withheld, to the fen; it uses no more than it was paid, and only for a purpose of the
 * appropriation. Each money step is booked in the ledger once.
 *
 * <p><b>Decisions.</b>
 * <ul>
 *   <li>An appropriation per head is the rate times the people in the catchment areas of its institutions, as known when it is
 *       announced; those numbers are kept.
 *   <li>By population and score, money is split by population × score of a closed evaluation, by largest remainder. The advance is
 *       a whole percentage of each institution's part, rounded down. The rest is held back, and of it an institution earns its score of the
 *       evaluation that settles, rounded down; what it does not earn goes back to the appropriation and may be allotted again.
 *   <li>Accounts: {@code appropriation:<id>} money received and not allotted; {@code allotted:<code>} what an institution was allotted
 *       and has not been paid. What institutions spend is not the association's cash: it is recorded, not booked.
 *   <li>What institutions were paid and have not used can feed the performance pay of a month: one person asks for a pool of several parts,
 *       another approves it; each part is then recorded as a use, and their sum comes in as a pay pool and is booked as one. Such a use
 *       is not reversed: a pool never changes.
 *   <li>A use is never changed: a wrong one is reversed, once, and recorded anew.
 *   <li>Whoever answers for an institution records and sees its uses; everything else belongs to the whole association.
 * </ul>
 */
@ApplicationModule(
        displayName = "Appropriations",
        allowedDependencies = {"directory", "evaluation", "fund", "ledger"})
@NullMarked
package org.yilianti.incentive.appropriation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
