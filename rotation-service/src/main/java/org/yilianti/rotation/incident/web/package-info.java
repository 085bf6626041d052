/** Incidents over HTTP. */
@NullMarked
package org.yilianti.rotation.incident.web;

import org.jspecify.annotations.NullMarked;
