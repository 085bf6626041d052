/** Licences over HTTP. */
@NullMarked
package org.yilianti.staff.credential.web;

import org.jspecify.annotations.NullMarked;
