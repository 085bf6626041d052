/**
 * From a path to the replica of the service that owns it, and back.
 *
 * <p>The table is {@code Service}. Replicas take turns; one that does not answer is passed over for a while (a breaker
 * each). Reads are tried on another replica, writes never: only their caller can repeat them safely, with the same
 * idempotency key. Headers pass by list in one direction and by exclusion in the other, so nothing a client invents
 * reaches a service.
 */
@NullMarked
package org.yilianti.gateway.routing;

import org.jspecify.annotations.NullMarked;
