package org.yilianti.staff.alert;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One reason for alerts; a bean of the feature that knows when it stands. */
public interface AlertGround {

    /** The kind of its alerts, lower case with hyphens; their text is the message {@code alert.<kind>}. */
    String kind();

    /** What the alerts are about, such as {@code licence}. */
    String subjectType();

    /** Days before the due day on which the office is told, in any order; not empty. */
    List<Integer> leadDays(UUID association);

    /** Selects what is due, as far as the horizon at least. */
    Selection due(UUID association, LocalDate today);

    /** How often the ground is looked at. */
    default Duration every() {
        return Duration.ofMinutes(10);
    }

    /**
     * A query with the columns {@code subject_id, member_id, institution_id, due_on}, one row for each subject and day.
     *
     * @param sql may use {@code :association}, {@code :today} and {@code :horizon}, the last day that any lead time reaches
     * @param params its other parameters
     */
    record Selection(String sql, Map<String, Object> params) {}
}
