/** Assessments as a file. */
@NullMarked
package org.yilianti.staff.assessment.batch;

import org.jspecify.annotations.NullMarked;
