/** The sample month, played through the gateway. */
@NullMarked
package org.yilianti.sample;

import org.jspecify.annotations.NullMarked;
