/** Directors' tenure over HTTP. */
@NullMarked
package org.yilianti.staff.tenure.web;

import org.jspecify.annotations.NullMarked;
