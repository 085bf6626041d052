/** Tests of searches. */
@NullMarked
package org.yilianti.staff.search;

import org.jspecify.annotations.NullMarked;
