/** Institutions over HTTP. */
@NullMarked
package org.yilianti.staff.institution.web;

import org.jspecify.annotations.NullMarked;
