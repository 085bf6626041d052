/** The responsibility tree over HTTP. */
@NullMarked
package org.yilianti.staff.responsibility.web;

import org.jspecify.annotations.NullMarked;
