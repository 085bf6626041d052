/** Tests of contracts. */
@NullMarked
package org.yilianti.staff.contract;

import org.jspecify.annotations.NullMarked;
