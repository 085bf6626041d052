package org.yilianti.rotation.incident;

import java.util.UUID;

/** Whom an incident concerns. */
public record IncidentParties(UUID memberId, UUID homeId, UUID hostId) {}
