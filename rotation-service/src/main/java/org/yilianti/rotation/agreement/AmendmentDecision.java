package org.yilianti.rotation.agreement;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who settled a proposal.
 *
 * @param note why it was refused or withdrawn; may be absent with a consent
 */
public record AmendmentDecision(
        String by, Instant at, @Nullable String note) {}
