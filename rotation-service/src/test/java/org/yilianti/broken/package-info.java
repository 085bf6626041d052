/** Code that breaks the rules of construction, so that they are seen to notice. */
@NullMarked
package org.yilianti.broken;

import org.jspecify.annotations.NullMarked;
