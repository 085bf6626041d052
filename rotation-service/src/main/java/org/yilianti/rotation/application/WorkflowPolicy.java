package org.yilianti.rotation.application;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.yilianti.platform.access.Role;

/**
 * How the association decides on applications; effective-dated, and bound to an application when it is submitted.
 *
 * @param levels who decides in which order; home, host and association decide at least once each, in this order
 * @param remindWorkingDays working days after which the office is reminded
 * @param expireWorkingDays working days after which an unanswered application expires
 * @param holidays working weekdays on which nobody decides
 */
public record WorkflowPolicy(
        List<Level> levels, int remindWorkingDays, int expireWorkingDays, Set<LocalDate> holidays) {

    /** @throws IllegalArgumentException when the levels are no way from submission to filing or the days are out of order */
    public WorkflowPolicy {
        List<ApplicationState> reached =
                levels.stream().map(Level::reaches).distinct().toList();
        if (!reached.equals(List.of(ApplicationState.CONSENTED, ApplicationState.ACCEPTED, ApplicationState.FILED))
                || !levels.stream()
                        .map(Level::reaches)
                        .sorted()
                        .toList()
                        .equals(levels.stream().map(Level::reaches).toList())) {
            throw new IllegalArgumentException("levels must lead through consented and accepted to filed");
        }
        int longest = levels.stream().mapToInt(Level::dueWorkingDays).max().orElse(0);
        if (remindWorkingDays < 1 || expireWorkingDays <= longest) {
            throw new IllegalArgumentException(
                    "an application must not expire before it is escalated: after " + longest + " working days");
        }
        levels = List.copyOf(levels);
        holidays = Set.copyOf(holidays);
    }

    /** Three levels of registrars, 20 working days each. */
    static WorkflowPolicy standard() {
        return new WorkflowPolicy(
                List.of(
                        new Level(ApplicationState.CONSENTED, Office.HOME, Role.REGISTRAR, 20),
                        new Level(ApplicationState.ACCEPTED, Office.HOST, Role.REGISTRAR, 20),
                        new Level(ApplicationState.FILED, Office.ASSOCIATION, Role.REGISTRAR, 20)),
                15,
                60,
                Set.of());
    }

    /** The day that lies this many working days after {@code day}. */
    LocalDate after(LocalDate day, int workingDays) {
        LocalDate reached = day;
        for (int left = workingDays; left > 0; ) {
            reached = reached.plusDays(1);
            if (worked(reached)) {
                left--;
            }
        }
        return reached;
    }

    private boolean worked(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !holidays.contains(day);
    }
}
