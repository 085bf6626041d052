/** Tests of feature cascade. */
@NullMarked
package org.yilianti.rotation.cascade;

import org.jspecify.annotations.NullMarked;
