/** Tests of the whole service and of its rules of construction. */
@NullMarked
package org.yilianti.rotation;

import org.jspecify.annotations.NullMarked;
