/**
 * Tests of evaluations: what may be entered, how scores come about.
 */
@NullMarked
package org.yilianti.incentive.evaluation;

import org.jspecify.annotations.NullMarked;
