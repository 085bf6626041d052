package org.yilianti.staff.agenda;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Something that comes about on a day.
 *
 * @param work the name of the {@link AgendaWork} that brings it about
 * @param subject what it happens to
 * @param dueOn first day on which it holds
 */
public record AgendaItem(UUID association, String work, UUID subject, LocalDate dueOn) {}
