package org.yilianti.rotation.service;

import java.util.Set;
import java.util.UUID;

/** Confirmed service of these members has changed. Heard inside the transaction. */
record ServiceChanged(UUID association, Set<UUID> memberIds) {}
