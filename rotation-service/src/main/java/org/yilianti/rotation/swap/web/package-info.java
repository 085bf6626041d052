/** Swaps over HTTP. */
@NullMarked
package org.yilianti.rotation.swap.web;

import org.jspecify.annotations.NullMarked;
