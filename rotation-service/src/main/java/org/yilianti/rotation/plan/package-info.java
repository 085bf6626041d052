/**
 * Plans of a month's duties over all sites (M7, M8): requested, solved by a worker, looked at as a draft, and published.
 *
 * <p>Invariants. Of a month and institution at most one plan is published; of two planners who publish at once one wins, and the other is told
 * which plan now stands. A plan that was being solved when its process died goes on, from the best plan saved and with the steps that were
 * left then, with whoever finds its lease expired; a worker that is alive does not let it expire, however long it builds, searches or
 * keeps. Only the holder of the lease can tell, save or store anything, and a cancelled plan has no holder. The result of an undisturbed
 * search depends on problem, seed and number of steps alone, not on the machine's load. Pins of a draft are free of contradictions when they are set; one
 * that the facts overtake is left out and says by which rule.
 *
 * <p>Decisions. <b>Queue.</b> Requests are rows that workers claim with {@code FOR UPDATE SKIP LOCKED} and a lease, not a Kafka topic: a search
 * takes up to an hour, far beyond a consumer's poll interval, and a partition would hold back every plan behind a long one; a row can
 * be cancelled, watched and resumed where it stands, and request and queue entry are one transaction. A claim costs one indexed query a
 * second and worker; each process has one worker per core. <b>Steps.</b> The requested seconds are turned into steps at a fixed rate ({@code stepsPerSecond}, measured
 * on two cores). <b>Candidates</b> for an institution's shifts are the people appointed there and those with an agreement there, of the shift's
 * category and specialty. <b>Publication</b> scores the plan afresh against today's facts and refuses when any hard rule is broken: a stale
 * draft is planned again, not patched. Whoever publishes over a plan that appeared, or of
 * which duties changed hands, since the draft was asked for must name it.
 * <b>Other plans.</b> Duties of people in other published plans are pins of the problem, each with a shift type of its own: their hours,
 * rest, runs and travel count to the minute, and the search can neither move nor double them. What people carried in earlier months, and
 * public holidays, reach the search as wishes (package fairness says how).
 * <b>Best plan so far.</b> Kept packed, half a megabyte for 10,000 people and 31 days, since the packet of a database server is limited.
 * <b>Explanations.</b> The solver knows only that a shift is none of somebody's; to planners those of another category or specialty, or of too
 * low a title, are told from those whom the law keeps out. <b>Versions.</b> A decision without {@code If-Match} is about what stands;
 * with one it never goes past a change that the caller has not read.
 */
@ApplicationModule(
        allowedDependencies = {
            "directory",
            "practice",
            "demand",
            "fairness",
            "leave",
            "notification",
            "roster",
            "roster :: web",
            "solver",
            "wish"
        })
@NullMarked
package org.yilianti.rotation.plan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
