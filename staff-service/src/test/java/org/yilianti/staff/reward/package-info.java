/** Tests of this package. */
@NullMarked
package org.yilianti.staff.reward;

import org.jspecify.annotations.NullMarked;
