/**
 * The double-entry ledger (I9): where every fen is, and how it came there.
 *
 * <p><b>Invariants.</b> The debits of an entry equal its credits, checked before it is written. Entries are never changed or removed.
 * A source is booked once per kind of entry (unique key), however often it is asked for.
 *
 * <p><b>Decisions.</b> Accounts: {@code cash}; {@code pool:<id>} money given for a month; {@code institution:<code>} its share while it is
 * not yet anybody's; {@code payable:<staff number>} what a person has earned and not received; {@code appropriation:<id>} public money
 * received and not allotted; {@code allotted:<code>} what of it an institution was allotted and has not been paid. A pool comes in as debit cash, credit
 * pool; a final run moves it to institutions and on to people; a payment is debit payable, credit cash; what a bank
 * returns is booked back and paid again. The trial balance sums the
 * payables in one control account, since there are as many of them as people.
 *
 * <p>Periods are months. An entry is posted in the month that it is about; nothing is posted in a closed one, a later fact goes to the
 * first open one. A booking holds the row of its period, so a period is closed before or after it, never meanwhile. Periods are
 * closed in order, when they are over: a payroll officer asks for it and a payroll reviewer who is another person does it (also a
 * database constraint). <b>Reopening is impossible</b>: what turns out wrong is corrected by
 * entries in an open period, so that a balance once shown stays as it was.
 */
@ApplicationModule(
        displayName = "Ledger",
        allowedDependencies = {})
@NullMarked
package org.yilianti.incentive.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
