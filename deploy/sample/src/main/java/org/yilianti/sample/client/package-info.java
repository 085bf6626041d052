/**
 * A small client of the platform's public API: tokens for people and machines, idempotent repetition, waiting.
 *
 * <p>Invariants: a call that creates or decides always carries an Idempotency-Key and is repeated with the same one; a lost
 * connection or a service that is away is waited for until a deadline, then the error says what was being done.
 */
@NullMarked
package org.yilianti.sample.client;

import org.jspecify.annotations.NullMarked;
