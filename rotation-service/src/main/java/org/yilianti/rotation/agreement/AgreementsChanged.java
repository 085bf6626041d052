package org.yilianti.rotation.agreement;

import java.util.Set;
import java.util.UUID;

/**
 * Agreements of these members are no longer as they were. Heard by other features inside the transaction.
 *
 * @param byRule whether a rule changed them after looking at all facts, so that no rule need look again
 */
public record AgreementsChanged(UUID association, Set<UUID> memberIds, boolean byRule) {}
