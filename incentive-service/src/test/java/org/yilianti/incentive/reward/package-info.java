/** Tests of this package. */
@NullMarked
package org.yilianti.incentive.reward;

import org.jspecify.annotations.NullMarked;
