/**
 * Tests of the figures of fairness.
 */
@NullMarked
package org.yilianti.incentive.fairness;

import org.jspecify.annotations.NullMarked;
