/** Tests of the service as a whole: its walls, its door, its document. */
@NullMarked
package org.yilianti.staff;

import org.jspecify.annotations.NullMarked;
