/** Periods of membership over HTTP. */
@NullMarked
package org.yilianti.staff.membership.web;

import org.jspecify.annotations.NullMarked;
