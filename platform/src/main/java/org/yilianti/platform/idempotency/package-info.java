/**
 * Repeated requests are harmless: Idempotency-Key on every POST that creates or decides.
 *
 * <p>The key's row, the effect and the stored answer are one transaction: the filter opens it, the endpoint's own transactions join,
 * and the answer leaves only after the commit. A refused or failed request stores nothing, so it may be corrected and repeated
 * with the same key. Keys belong to one caller; rows older than the retention period are purged. A request is
 * known again by a keyed hash, which tells nothing of a password or number in its body. Only endpoints of this process are concerned:
 * what it forwards is for the other side to serve once.
 *
 * <p>A body is read to its end before the transaction begins, however slow its sender is; what is more than memory should hold waits in
 * a nameless, enciphered file, up to {@code platform.idempotency.largest-body}, and only for callers whom the endpoint admits.
 */
@NullMarked
package org.yilianti.platform.idempotency;

import org.jspecify.annotations.NullMarked;
