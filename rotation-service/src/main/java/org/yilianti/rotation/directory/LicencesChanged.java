package org.yilianti.rotation.directory;

import java.util.Set;
import java.util.UUID;

/** Licences of these members are no longer as they were. Heard by other features inside the transaction that learned of it. */
public record LicencesChanged(UUID association, Set<UUID> memberIds) {}
