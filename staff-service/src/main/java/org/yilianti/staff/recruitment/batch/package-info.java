/** Positions, candidates and scores as files. */
@NullMarked
package org.yilianti.staff.recruitment.batch;

import org.jspecify.annotations.NullMarked;
