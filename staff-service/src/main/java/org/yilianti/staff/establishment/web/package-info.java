/** Establishment and staffing over HTTP. */
@NullMarked
package org.yilianti.staff.establishment.web;

import org.jspecify.annotations.NullMarked;
