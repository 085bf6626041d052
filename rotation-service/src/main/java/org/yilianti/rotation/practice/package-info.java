/**
 * The lawful-practice decision (M1): may this person practise at this site on these days, and by which rule not.
 *
 * <p>Invariants. There is one index of rules, {@link org.yilianti.rotation.practice.PracticeRules}; applications, planner, publication,
 * cascade and service records ask it through {@link org.yilianti.rotation.practice.LawfulPractice}, so the answers cannot differ. Every
 * rule gives a verdict with a code, the values it rests on and the clause it cites. What is unknown is refused.
 *
 * <p>Known at. A question may be asked as of an earlier time: members, appointments, licences and agreements as this service then knew them,
 * and the association's policy as it then was decided. What another service knew and had not told yet was not known. Agreements' terms that
 * no rule looks at are told as they are today.
 *
 * <p>Decisions. A question is judged by the policy in force on its first day. The facts of all people in a batch and all versions of the
 * policy are loaded in a fixed number of queries, whatever the number of people, questions and days; judging is pure computation. A duty or service is judged
 * on the day it begins, also where it ends on the next: the same convention by which a suspension releases the duties that begin
 * on or after its first day. Who asks about many days and places, as the planner does, asks once for each stretch of days on which no fact
 * changes, and only where anything binds the person: the answers are the same. Sources: Physicians Law of the People's Republic of China (2022), articles 14 to 18; its article 13, the
 * Nurses Regulations, articles 8 and 21, and the rules for other categories are general knowledge and policy.
 */
@ApplicationModule(allowedDependencies = {"directory", "agreement"})
@NullMarked
package org.yilianti.rotation.practice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
