/**
 * One way to say no: RFC 9457 problem documents with a machine code, in the caller's language (zh, en).
 *
 * <p>A feature throws {@link org.yilianti.platform.problem.Refusal}; the code is the key of its message in the service's
 * {@code messages} bundle. Nothing of an unexpected exception reaches the caller but the correlation id to quote.
 */
@NullMarked
package org.yilianti.platform.problem;

import org.jspecify.annotations.NullMarked;
