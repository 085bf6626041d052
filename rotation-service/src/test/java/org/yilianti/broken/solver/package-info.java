/** Code that breaks the rules of construction, so that they are seen to notice. */
@NullMarked
package org.yilianti.broken.solver;

import org.jspecify.annotations.NullMarked;
