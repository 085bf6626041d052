/** Tests of contracts. */
@NullMarked
package org.yilianti.staff.responsibility;

import org.jspecify.annotations.NullMarked;
