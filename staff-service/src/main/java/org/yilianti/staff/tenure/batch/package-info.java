/** Directors' tenures and their results as files. */
@NullMarked
package org.yilianti.staff.tenure.batch;

import org.jspecify.annotations.NullMarked;
