/** Tests of licences. */
@NullMarked
package org.yilianti.staff.credential;

import org.jspecify.annotations.NullMarked;
