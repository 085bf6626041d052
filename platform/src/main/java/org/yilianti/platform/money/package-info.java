/**
 * Money as whole fen and its exact division.
 *
 * <p>Invariant: no operation creates or loses a fen; overflow throws instead of wrapping.
 */
@NullMarked
package org.yilianti.platform.money;

import org.jspecify.annotations.NullMarked;
