/**
 * Personal data and the rights of those whom it concerns (R3), after the Personal Information Protection Law of 2021 (PIPL).
 *
 * <p>What is masked everywhere is shown on purpose only: for a stated reason, to an HR office that sees the person, so many times an hour,
 * with a trace that the person can read (arts. 28 and 51: sensitive data for a specific purpose, with access control and encryption).
 * Each member of staff gets a copy of everything the registry keeps of them (art. 45).
 *
 * <p>Erasure (art. 47) takes two people. Name, contact, birth date and national id go from the record, and by its state event from other
 * services; staff number, posts and licences stay, without saying whose they were, because decisions and treatments refer to them.
 * As long as law asks to keep who it was, that is kept sealed, is shown to nobody else, and goes by itself on its day: art. 47 para. 2 permits
 * nothing but to store it meanwhile, art. 19 no longer than needed. The term is the policy {@code personal-data-retention}; its default
 * of two years after the last appointment is what the Labour Contract Law asks for contracts (art. 50). Invariant: an erased record takes
 * no change any more, not even by a file.
 *
 * <p>Other features let go of what says who it was by a bean of {@link org.yilianti.staff.member.ErasedRecords}.
 *
 * <p>Decision: a copy is made of every table of the schema with a column {@code member_id}, not of a list of tables that somebody would
 * forget to extend. The audit chain and rejected rows of imports are not in it: the first holds no personal values, the second are
 * kept until purged. A name in an event that was sent stays in the broker until the topic is compacted.
 */
@ApplicationModule(allowedDependencies = {"entry", "agenda", "association", "member"})
@NullMarked
package org.yilianti.staff.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
