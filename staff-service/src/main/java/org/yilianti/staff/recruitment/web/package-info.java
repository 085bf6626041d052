/** Recruitment over HTTP. */
@NullMarked
package org.yilianti.staff.recruitment.web;

import org.jspecify.annotations.NullMarked;
