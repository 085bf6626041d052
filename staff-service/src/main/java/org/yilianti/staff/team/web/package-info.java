/** Emergency teams over HTTP. */
@NullMarked
package org.yilianti.staff.team.web;

import org.jspecify.annotations.NullMarked;
