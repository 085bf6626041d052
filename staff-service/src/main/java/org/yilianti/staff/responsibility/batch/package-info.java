/** The responsibility tree and who answers for it, as files. */
@NullMarked
package org.yilianti.staff.responsibility.batch;

import org.jspecify.annotations.NullMarked;
