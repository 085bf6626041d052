/**
 * Protecting personal data at rest: AES-256-GCM for values, HMAC-SHA-256 for look-ups.
 *
 * <p>Keys are derived from the installation's master key. What is encrypted can be found by equality through its keyed hash and is
 * shown masked unless revealed on purpose.
 */
@NullMarked
package org.yilianti.platform.personal;

import org.jspecify.annotations.NullMarked;
