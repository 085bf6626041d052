/**
 * The master key and what is derived from it: seals for values at rest, secrets shared by replicas.
 *
 * <p>Derivation is HKDF-SHA256 with the purpose as info; seals are AES-256-GCM with the row's identity as associated
 * data. A lost master key means new signing keys and new sessions, never lost accounts.
 */
@NullMarked
package org.yilianti.gateway.secret;

import org.jspecify.annotations.NullMarked;
