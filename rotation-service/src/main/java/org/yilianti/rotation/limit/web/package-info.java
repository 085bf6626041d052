/** Exceptions of single people over HTTP. */
@NullMarked
package org.yilianti.rotation.limit.web;

import org.jspecify.annotations.NullMarked;
