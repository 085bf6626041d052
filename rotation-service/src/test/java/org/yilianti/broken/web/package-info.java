/** Code that breaks the rules of construction, so that they are seen to notice. */
@NullMarked
package org.yilianti.broken.web;

import org.jspecify.annotations.NullMarked;
