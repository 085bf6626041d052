/** Remediation over HTTP. */
@NullMarked
package org.yilianti.staff.remediation.web;

import org.jspecify.annotations.NullMarked;
