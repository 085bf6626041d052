package org.yilianti.rotation.directory;

import java.util.Set;
import java.util.UUID;

/** Assessments of these members have changed. Heard by other features inside the transaction that learned of it. */
public record AssessmentsChanged(UUID association, Set<UUID> memberIds) {}
