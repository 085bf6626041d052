/** Tests of the generated association. */
@NullMarked
package org.yilianti.sample.association;

import org.jspecify.annotations.NullMarked;
