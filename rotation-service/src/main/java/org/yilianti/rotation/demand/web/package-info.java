/** Duty demand over HTTP. */
@NullMarked
package org.yilianti.rotation.demand.web;

import org.jspecify.annotations.NullMarked;
