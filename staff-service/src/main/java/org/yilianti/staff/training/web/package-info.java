/** Training over HTTP. */
@NullMarked
package org.yilianti.staff.training.web;

import org.jspecify.annotations.NullMarked;
