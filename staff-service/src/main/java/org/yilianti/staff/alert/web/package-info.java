/** Alerts over HTTP. */
@NullMarked
package org.yilianti.staff.alert.web;

import org.jspecify.annotations.NullMarked;
