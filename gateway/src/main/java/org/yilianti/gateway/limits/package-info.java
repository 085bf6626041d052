/**
 * Nobody may ask too much at once: body sizes, calls per caller, sign-ins per address.
 *
 * <p>Counts are kept per replica, in memory: a limit protects this process and its neighbours from one caller; it is no
 * quota. Bodies are counted while they stream, never buffered.
 */
@NullMarked
package org.yilianti.gateway.limits;

import org.jspecify.annotations.NullMarked;
