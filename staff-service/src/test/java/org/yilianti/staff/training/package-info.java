/** Tests of training. */
@NullMarked
package org.yilianti.staff.training;

import org.jspecify.annotations.NullMarked;
