/** The association over HTTP. */
@NullMarked
package org.yilianti.staff.association.web;

import org.jspecify.annotations.NullMarked;
