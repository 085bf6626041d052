/** Assessments over HTTP. */
@NullMarked
package org.yilianti.staff.assessment.web;

import org.jspecify.annotations.NullMarked;
