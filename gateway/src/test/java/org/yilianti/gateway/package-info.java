/**
 * The gateway as its callers see it: the real application on a real port, a real database, real HTTP, a real browser; only
 * the services behind it are stood in for, by {@link org.yilianti.gateway.UpstreamService}.
 */
@NullMarked
package org.yilianti.gateway;

import org.jspecify.annotations.NullMarked;
