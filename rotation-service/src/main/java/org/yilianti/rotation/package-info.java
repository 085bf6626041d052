/**
 * rotation-service: who may lawfully practise where, and who works which duty.
 *
 * <p>One line of data runs through the features: {@code directory} (what staff-service tells) → {@code agreement} (multi-site practice
 * in force) → {@code practice} (the lawful-practice decision, asked by everybody else) → {@code application}, {@code roster},
 * {@code service}. {@code demand} says what cover is needed; {@code solver} is pure computation and depends on nothing.
 *
 * <p>Invariant: nothing is planned, published or recorded that the lawful-practice decision refuses; when a fact behind a decision changes,
 * the consequences happen in the transaction that learns of it.
 */
@NullMarked
package org.yilianti.rotation;

import org.jspecify.annotations.NullMarked;
