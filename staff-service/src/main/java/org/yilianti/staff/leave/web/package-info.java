/** Leave of absence over HTTP. */
@NullMarked
package org.yilianti.staff.leave.web;

import org.jspecify.annotations.NullMarked;
