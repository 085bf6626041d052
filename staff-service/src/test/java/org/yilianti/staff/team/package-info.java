/** Tests of emergency teams. */
@NullMarked
package org.yilianti.staff.team;

import org.jspecify.annotations.NullMarked;
