/**
 * Tests of evaluation campaigns.
 */
@NullMarked
package org.yilianti.incentive.campaign;

import org.jspecify.annotations.NullMarked;
