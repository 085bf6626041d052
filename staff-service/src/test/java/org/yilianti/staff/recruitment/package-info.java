/** Tests of recruitment (R8). */
@NullMarked
package org.yilianti.staff.recruitment;

import org.jspecify.annotations.NullMarked;
