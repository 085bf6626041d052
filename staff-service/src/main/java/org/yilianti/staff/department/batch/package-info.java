/** The list of departments as a file. */
@NullMarked
package org.yilianti.staff.department.batch;

import org.jspecify.annotations.NullMarked;
