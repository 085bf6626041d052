package org.yilianti.rotation.service;

import java.util.Set;
import java.util.UUID;

/**
 * Service of these members has changed. Heard by other features inside the transaction, which holds the members' locks.
 *
 * @param confirmed whether confirmed service has become more or less
 */
public record ServiceChanged(UUID association, Set<UUID> memberIds, boolean confirmed) {}
