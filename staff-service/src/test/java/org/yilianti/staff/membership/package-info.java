/** Tests of contracts. */
@NullMarked
package org.yilianti.staff.membership;

import org.jspecify.annotations.NullMarked;
