/** Tests of careers. */
@NullMarked
package org.yilianti.staff.career;

import org.jspecify.annotations.NullMarked;
