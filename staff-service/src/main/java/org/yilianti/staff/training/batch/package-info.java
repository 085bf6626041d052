/** Courses, sessions, enrolments, credits and budgets as files. */
@NullMarked
package org.yilianti.staff.training.batch;

import org.jspecify.annotations.NullMarked;
