/** Tests of the establishment and the staffing standards. */
@NullMarked
package org.yilianti.staff.establishment;

import org.jspecify.annotations.NullMarked;
