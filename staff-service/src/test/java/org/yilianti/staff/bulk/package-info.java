/** Tests of imports and exports. */
@NullMarked
package org.yilianti.staff.bulk;

import org.jspecify.annotations.NullMarked;
