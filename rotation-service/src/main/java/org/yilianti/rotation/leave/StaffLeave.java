package org.yilianti.rotation.leave;

import java.util.UUID;
import org.yilianti.platform.time.DatePeriod;

/**
 * A leave of absence that the staff registry granted, maternity for example; why is not told here.
 *
 * @param days without an end while nobody knows the first day back
 * @param annulled whether it never was
 */
public record StaffLeave(UUID id, UUID association, UUID memberId, DatePeriod days, boolean annulled) {}
