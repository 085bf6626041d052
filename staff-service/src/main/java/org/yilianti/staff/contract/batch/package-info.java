/** Contracts as a file. */
@NullMarked
package org.yilianti.staff.contract.batch;

import org.jspecify.annotations.NullMarked;
