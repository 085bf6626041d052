/** Tests of departments. */
@NullMarked
package org.yilianti.staff.department;

import org.jspecify.annotations.NullMarked;
