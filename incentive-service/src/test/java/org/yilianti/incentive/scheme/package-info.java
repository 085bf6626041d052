/**
 * Tests of schemes: weights, scoring, the rule against income.
 */
@NullMarked
package org.yilianti.incentive.scheme;

import org.jspecify.annotations.NullMarked;
