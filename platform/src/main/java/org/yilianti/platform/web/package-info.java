/**
 * How every list, version and correlation travels over HTTP.
 *
 * <p>Lists are read by cursor: the answer names the last row it gave, the next request continues after it, so paging stays exact
 * while rows come and go. A change names the version it read; a stale one is refused.
 */
@NullMarked
package org.yilianti.platform.web;

import org.jspecify.annotations.NullMarked;
