/** Tests of this package. */
@NullMarked
package org.yilianti.incentive.payout.web;

import org.jspecify.annotations.NullMarked;
