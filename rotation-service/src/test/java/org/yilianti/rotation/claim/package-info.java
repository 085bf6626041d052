/** Tests of feature claim. */
@NullMarked
package org.yilianti.rotation.claim;

import org.jspecify.annotations.NullMarked;
