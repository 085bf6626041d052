/** Shows what users get to read when something is wrong. */
@NullMarked
package org.yilianti.local.launcher;

import org.jspecify.annotations.NullMarked;
