/** Promotion cases as a file. */
@NullMarked
package org.yilianti.staff.career.batch;

import org.jspecify.annotations.NullMarked;
