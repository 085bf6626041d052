/** Tests of feature programme. */
@NullMarked
package org.yilianti.rotation.programme;

import org.jspecify.annotations.NullMarked;
