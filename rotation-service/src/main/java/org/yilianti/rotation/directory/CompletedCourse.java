package org.yilianti.rotation.directory;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A course that somebody has completed, known by the credits it earned.
 *
 * @param title of the course, as the staff registry calls it
 * @param annulled whether it counts as never completed
 */
public record CompletedCourse(
        UUID id, UUID association, UUID memberId, String title, LocalDate earnedOn, boolean annulled) {}
