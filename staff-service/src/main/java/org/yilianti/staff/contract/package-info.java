/**
 * Contracts: on what terms an institution employs somebody, from when to when (R3).
 *
 * <p>Invariants: of one person and employer one contract at most is believed of any day; a contract for a term has an end; a renewal is
 * a contract of its own that begins when the renewed one ends, and there is one of each at most. Contracts are bitemporal and never
 * overwritten, so that {@code knownAt} tells what was believed of them before. Whoever writes locks the member first.
 *
 * <p>Offices are reminded before an end by the lead times of the policy {@code contract-terms}, as long as no later contract follows.
 * Contracts are normally for three years or more (Regulations on Personnel Management of Public Institutions 2014, art. 12): normally,
 * so a shorter one is recorded as it is.
 *
 * <p>Who sees a contract: whoever sees the person and may see personnel files, the office of the employer, and the person.
 *
 * <p>Each revision is one state event {@code staff.contract-changed.v1}. It says who is employed where on what kind of contract from when to
 * when; the number of the paper and the reasons are for those who see the file.
 */
@ApplicationModule(allowedDependencies = {"entry", "bulk", "association", "institution", "member", "alert"})
@NullMarked
package org.yilianti.staff.contract;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
