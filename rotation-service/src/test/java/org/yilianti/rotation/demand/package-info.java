/** Tests of feature demand. */
@NullMarked
package org.yilianti.rotation.demand;

import org.jspecify.annotations.NullMarked;
