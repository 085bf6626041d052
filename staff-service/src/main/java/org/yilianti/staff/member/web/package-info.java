/** People and appointments over HTTP. */
@NullMarked
package org.yilianti.staff.member.web;

import org.jspecify.annotations.NullMarked;
