/** Who serves in emergency teams, as a file. */
@NullMarked
package org.yilianti.staff.team.batch;

import org.jspecify.annotations.NullMarked;
