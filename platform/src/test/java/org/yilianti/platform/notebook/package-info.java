/** A service of one noun, made only to show that every part of the platform works in a real service. */
@NullMarked
package org.yilianti.platform.notebook;

import org.jspecify.annotations.NullMarked;
