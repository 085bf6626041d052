/** Tests of evidence files. */
@NullMarked
package org.yilianti.staff.evidence;

import org.jspecify.annotations.NullMarked;
