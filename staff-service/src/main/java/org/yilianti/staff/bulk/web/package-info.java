/** Imports, exports and templates over HTTP. */
@NullMarked
package org.yilianti.staff.bulk.web;

import org.jspecify.annotations.NullMarked;
