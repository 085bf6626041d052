/** Tests of entries. */
@NullMarked
package org.yilianti.staff.entry;

import org.jspecify.annotations.NullMarked;
