/** Departments over HTTP. */
@NullMarked
package org.yilianti.staff.department.web;

import org.jspecify.annotations.NullMarked;
