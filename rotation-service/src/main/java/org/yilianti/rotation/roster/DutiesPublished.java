package org.yilianti.rotation.roster;

import java.util.Set;
import java.util.UUID;

/** These members have duties in a roster that has just come into force. Heard by other features inside the transaction, which holds the members' locks. */
public record DutiesPublished(UUID association, Set<UUID> memberIds) {}
