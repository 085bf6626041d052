/** Tests of feature leave. */
@NullMarked
package org.yilianti.rotation.leave;

import org.jspecify.annotations.NullMarked;
