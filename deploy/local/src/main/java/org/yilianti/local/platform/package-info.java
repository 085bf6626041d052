/**
 * The whole platform on one machine: database, broker, the three services and the gateway, each a process of its own.
 *
 * <p>Invariants: a data directory belongs to one living platform; a process that dies is started again, unless it keeps
 * dying; after {@link org.yilianti.local.platform.LocalPlatform#close()} none of its processes is left.
 */
@NullMarked
package org.yilianti.local.platform;

import org.jspecify.annotations.NullMarked;
