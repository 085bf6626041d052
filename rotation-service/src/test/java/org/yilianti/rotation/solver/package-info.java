/** Tests of the planner; {@code PlainJudge} and {@code BruteForce} share no code with what they judge. */
@NullMarked
package org.yilianti.rotation.solver;

import org.jspecify.annotations.NullMarked;
