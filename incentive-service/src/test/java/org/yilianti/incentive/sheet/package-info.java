/** Tests of this package. */
@NullMarked
package org.yilianti.incentive.sheet;

import org.jspecify.annotations.NullMarked;
