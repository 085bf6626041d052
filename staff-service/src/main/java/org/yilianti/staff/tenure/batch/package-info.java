/** Directors' tenures as a file. */
@NullMarked
package org.yilianti.staff.tenure.batch;

import org.jspecify.annotations.NullMarked;
