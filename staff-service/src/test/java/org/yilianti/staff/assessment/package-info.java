/** Tests of assessments. */
@NullMarked
package org.yilianti.staff.assessment;

import org.jspecify.annotations.NullMarked;
