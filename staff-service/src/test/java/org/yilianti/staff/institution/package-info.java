/** Tests of institutions. */
@NullMarked
package org.yilianti.staff.institution;

import org.jspecify.annotations.NullMarked;
