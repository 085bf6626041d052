/** The lines of the establishment as a file. */
@NullMarked
package org.yilianti.staff.establishment.batch;

import org.jspecify.annotations.NullMarked;
