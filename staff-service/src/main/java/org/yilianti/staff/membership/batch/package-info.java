/** When institutions belong to the association, as a file. */
@NullMarked
package org.yilianti.staff.membership.batch;

import org.jspecify.annotations.NullMarked;
