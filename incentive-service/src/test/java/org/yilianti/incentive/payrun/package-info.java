/**
 * Tests of pay runs: the split of money, the decisions, the explanation.
 */
@NullMarked
package org.yilianti.incentive.payrun;

import org.jspecify.annotations.NullMarked;
