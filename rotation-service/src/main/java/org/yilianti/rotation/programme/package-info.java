/**
 * Rotations of months (M5): programmes of counterpart support, further training, secondment and block rotation, and the postings of people
 * to another site, from proposal to return.
 *
 * <p>Invariants. A posting is approved by both sides, each by somebody other than the proposer and than each other, also by the database.
 * From then on the person may practise at the host on its days and, but there, nowhere else: the lawful-practice decision says so
 * (rule {@code posting}), so rosters, call-up, service records and pay follow; duties at home that fall into these days lose their person in the same
 * transaction. Nobody has two postings at once, nor a second one before the programme's rest is over. Of one home institution never
 * more people are away at once than the programme releases, counted over all programmes. Return guarantee: the end both sides approved is
 * fixed; a posting can only end earlier, never later, so the right to practise at home comes back by itself on that day.
 *
 * <p>Decisions. <b>Planning</b> is a small exact assignment, not a roster with months for days: release limits and quotas per tier bind people
 * to each other, while the roster solver's hard rules are local to one person's row; blocks of a programme all begin together, so each block is a flow from
 * homes over people to posts, which minimum cost flow solves exactly in milliseconds. As many posts as possible are filled; among such plans the one that
 * misses fewest of the least quotas; among these the one whose people have been away least. Blocks are planned one after another, so fairness over
 * blocks is by what was served before, not by foresight. <b>Prerequisites</b> are category, specialty, title, the courses that a post asks for and the right to practise in all days of the
 * block. A course is known by the credits it earned at staff-service, under its title; what is annulled was never completed. <b>Leave</b> stands in the way when it is longer than policy says; shorter leave is taken at the host.
 * <b>Law.</b> Practice inside an association, counterpart support and further training need no change of registration (Physicians Law 2022, art. 18).
 */
@ApplicationModule(allowedDependencies = {"directory", "practice", "leave", "notification"})
@NullMarked
package org.yilianti.rotation.programme;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
