/** Tests of leave of absence. */
@NullMarked
package org.yilianti.staff.leave;

import org.jspecify.annotations.NullMarked;
