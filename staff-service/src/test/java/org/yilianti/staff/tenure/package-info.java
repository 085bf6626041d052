/** Tests of directors' tenure. */
@NullMarked
package org.yilianti.staff.tenure;

import org.jspecify.annotations.NullMarked;
