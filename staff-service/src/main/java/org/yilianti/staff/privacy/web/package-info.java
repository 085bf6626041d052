/** Personal data over HTTP. */
@NullMarked
package org.yilianti.staff.privacy.web;

import org.jspecify.annotations.NullMarked;
