/** Leave of absence as a file. */
@NullMarked
package org.yilianti.staff.leave.batch;

import org.jspecify.annotations.NullMarked;
