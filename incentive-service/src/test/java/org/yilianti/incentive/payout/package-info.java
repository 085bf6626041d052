/** Tests of this package. */
@NullMarked
package org.yilianti.incentive.payout;

import org.jspecify.annotations.NullMarked;
