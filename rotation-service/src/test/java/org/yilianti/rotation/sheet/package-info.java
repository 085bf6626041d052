/** Tests of feature sheet. */
@NullMarked
package org.yilianti.rotation.sheet;

import org.jspecify.annotations.NullMarked;
