/** Tests of shared sessions. */
@NullMarked
package org.yilianti.rotation.sharing;

import org.jspecify.annotations.NullMarked;
