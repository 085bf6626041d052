package org.yilianti.staff.establishment;

import org.jspecify.annotations.Nullable;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.member.StaffCategory;
import org.yilianti.staff.member.Title;

/**
 * What a line of the establishment says.
 *
 * @param department null for any; else its code or a name, as the appointments in it may name it the other way
 * @param title null for any
 * @param headcount people who may hold it at a time
 */
public record PostDetails(
        @Nullable String department,
        StaffCategory category,
        @Nullable Title title,
        int headcount,
        DatePeriod valid) {

    static PostDetails read(Entry entry) {
        return new PostDetails(
                entry.optionalText("department", 100),
                entry.choice("category", StaffCategory.class),
                entry.optionalChoice("title", Title.class),
                entry.number("headcount", "0", "100000", 0).intValue(),
                entry.period("validFrom", "validTo"));
    }

    /** Somebody of this category and title falls under the line, if they are in its department. */
    boolean covers(StaffCategory ofCategory, Title withTitle) {
        return category == ofCategory && (title == null || title == withTitle);
    }

    /** On some day somebody could fall under both, if their departments are the same. */
    boolean overlaps(PostDetails other) {
        return category == other.category
                && (title == null || other.title == null || title == other.title)
                && valid.overlaps(other.valid);
    }
}
