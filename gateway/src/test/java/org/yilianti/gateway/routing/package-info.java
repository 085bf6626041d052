/** Forwarding without the network around it. */
@NullMarked
package org.yilianti.gateway.routing;

import org.jspecify.annotations.NullMarked;
