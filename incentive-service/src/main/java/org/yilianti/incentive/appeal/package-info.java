/**
 * Appeals of staff against an exact line of their statement or an exact indicator behind it (I8).
 *
 * <p>lodged → upheld or rejected, or withdrawn by who lodged it.
 *
 * <p><b>Invariants.</b> Only the person whose statement it is appeals, from the notice of the run until the policy's days are over,
 * and once at a time against the same thing. Whoever lodged it, made, calculated or reviewed the run, or entered the value that is
 * contested does not decide it; the first is also a database constraint. An appeal is decided once, with a reason; whoever upholds
 * it says what is right instead.
 *
 * <p><b>Decisions.</b> A run that was announced never changes. An upheld appeal amends the inputs it was about (the person's quality,
 * the institution's measured value) or grants an amount, and the next run over the same institution settles the difference for
 * everybody it concerns, exactly as it settles late facts. Evidence is text; files stay where they are and are referred to.
 */
@ApplicationModule(
        displayName = "Appeals",
        allowedDependencies = {"payrun", "evaluation"})
@NullMarked
package org.yilianti.incentive.appeal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
