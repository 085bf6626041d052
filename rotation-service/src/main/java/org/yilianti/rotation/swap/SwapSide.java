package org.yilianti.rotation.swap;

import java.util.UUID;

/** A duty of a swap and where it is. */
public record SwapSide(UUID dutyId, UUID institutionId) {}
