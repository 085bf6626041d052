/** Roster sheets over HTTP. */
@NullMarked
package org.yilianti.rotation.sheet.web;

import org.jspecify.annotations.NullMarked;
