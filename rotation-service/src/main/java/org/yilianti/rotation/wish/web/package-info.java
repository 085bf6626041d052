/** Wishes over HTTP. */
@NullMarked
package org.yilianti.rotation.wish.web;

import org.jspecify.annotations.NullMarked;
