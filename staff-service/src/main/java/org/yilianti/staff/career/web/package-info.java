/** Careers over HTTP. */
@NullMarked
package org.yilianti.staff.career.web;

import org.jspecify.annotations.NullMarked;
