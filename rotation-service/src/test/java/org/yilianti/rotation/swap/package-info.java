/** Tests of feature swap. */
@NullMarked
package org.yilianti.rotation.swap;

import org.jspecify.annotations.NullMarked;
