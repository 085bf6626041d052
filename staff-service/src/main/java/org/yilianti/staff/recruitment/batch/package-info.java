/** Applications as a file. */
@NullMarked
package org.yilianti.staff.recruitment.batch;

import org.jspecify.annotations.NullMarked;
