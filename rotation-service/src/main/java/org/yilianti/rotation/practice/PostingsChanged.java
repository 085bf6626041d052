package org.yilianti.rotation.practice;

import java.util.Set;
import java.util.UUID;

/** Postings of these members came into force or ended; told inside the transaction. */
public record PostingsChanged(UUID association, Set<UUID> memberIds) {}
