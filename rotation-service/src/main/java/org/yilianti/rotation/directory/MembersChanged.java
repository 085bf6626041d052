package org.yilianti.rotation.directory;

import java.util.Set;
import java.util.UUID;

/** These members or their appointments are no longer as they were. Heard by other features inside the transaction that learned of it. */
public record MembersChanged(UUID association, Set<UUID> memberIds) {}
