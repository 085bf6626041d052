/**
 * Pay files: what a paid run owes to people becomes instructions to a bank, and what the bank returns is paid again (I9).
 *
 * <p>prepared → released, or discarded before that. A paid run has booked its cash; a returned line is booked back (debit cash,
 * credit payable) and its next attempt once more (debit payable, credit cash).
 *
 * <p><b>Invariants.</b> A person is sent an attempt of a run once (unique key), and a further one only after the bank returned the
 * last. Who prepared a file does not release it (also a database constraint), nor does anybody who entered one of its accounts.
 * Account numbers are sealed in the database and masked in answers; only the released file shows them.
 *
 * <p><b>Decisions.</b> Whoever has no account yet is left out of a file and comes with the next one; the answer says how many. The
 * file's columns are the policy {@code bank-file}, since every bank wants its own. The accounts of a file are those of the moment it
 * was prepared: a later change needs another file. Payments of people are read in SQL from tables {@code pay_payment} and
 * {@code pay_input_person} of paid runs. A bank's return file has the columns of the pay file and a reason: rows that fit are given
 * back in one entry, each other row is reported with its reason, and the same file sent again changes nothing.
 */
@ApplicationModule(
        displayName = "Pay files",
        allowedDependencies = {"payrun", "ledger", "sheet"})
@NullMarked
package org.yilianti.incentive.payout;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
