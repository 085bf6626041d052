/** Tests of remediation. */
@NullMarked
package org.yilianti.staff.remediation;

import org.jspecify.annotations.NullMarked;
