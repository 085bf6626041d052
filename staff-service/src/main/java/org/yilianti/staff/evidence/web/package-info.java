/** Evidence files over HTTP. */
@NullMarked
package org.yilianti.staff.evidence.web;

import org.jspecify.annotations.NullMarked;
