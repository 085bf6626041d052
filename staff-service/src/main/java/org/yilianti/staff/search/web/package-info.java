/** Searches over HTTP. */
@NullMarked
package org.yilianti.staff.search.web;

import org.jspecify.annotations.NullMarked;
