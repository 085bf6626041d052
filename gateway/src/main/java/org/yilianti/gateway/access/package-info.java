/**
 * Who passes the door, and how browsers must treat what comes out.
 *
 * <p>Three chains, first match wins: the issuer's own endpoints; calls that bring a bearer token; all the rest, where
 * browsers are known by their session. Whether a caller may do what it asks is decided by the services.
 */
@NullMarked
package org.yilianti.gateway.access;

import org.jspecify.annotations.NullMarked;
