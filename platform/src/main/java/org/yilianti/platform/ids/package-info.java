/**
 * Identifiers: UUIDv7 (RFC 9562), stored as BINARY(16).
 *
 * <p>Time-ordered ids keep inserts at the right edge of every index. Features wrap them in their own record types.
 */
@NullMarked
package org.yilianti.platform.ids;

import org.jspecify.annotations.NullMarked;
