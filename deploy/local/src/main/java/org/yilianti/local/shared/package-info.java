/**
 * The daemon that owns the database and the broker of a build, and its little protocol with the JVMs of the tests.
 *
 * <p>Clients keep a loopback connection open while they live: the operating system closes it however they end, so the
 * daemon always knows whether somebody still needs it. It ends when nobody did for half a minute. It also ends when its
 * announcement is gone, because then a clean build has removed the ground below it.
 *
 * <p>Each daemon works in a folder of its own, so a new one never waits for an old one; leftovers of a killed one are
 * ended and removed by the next.
 */
@NullMarked
package org.yilianti.local.shared;

import org.jspecify.annotations.NullMarked;
