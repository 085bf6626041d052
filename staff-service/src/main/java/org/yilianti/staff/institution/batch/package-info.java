/** The list of institutions as a file. */
@NullMarked
package org.yilianti.staff.institution.batch;

import org.jspecify.annotations.NullMarked;
