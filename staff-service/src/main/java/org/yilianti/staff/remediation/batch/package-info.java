/** Remediation cases as a file. */
@NullMarked
package org.yilianti.staff.remediation.batch;

import org.jspecify.annotations.NullMarked;
