/** Certificates as a file. */
@NullMarked
package org.yilianti.staff.training.batch;

import org.jspecify.annotations.NullMarked;
