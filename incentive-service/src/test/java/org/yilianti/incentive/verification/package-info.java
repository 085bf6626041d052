/**
 * Tests of verification samples.
 */
@NullMarked
package org.yilianti.incentive.verification;

import org.jspecify.annotations.NullMarked;
