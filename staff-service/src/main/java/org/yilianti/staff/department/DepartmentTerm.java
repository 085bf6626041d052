package org.yilianti.staff.department;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.staff.member.MemberId;

/**
 * What is so of a department from one day to another.
 *
 * @param specialty in the office's own words
 * @param parent the department it is part of
 * @param head who leads it
 */
public record DepartmentTerm(
        DatePeriod valid,
        String name,
        @Nullable String nameEn,
        DepartmentKind kind,
        @Nullable String specialty,
        @Nullable Parent parent,
        @Nullable Head head) {

    /** Another department of the institution. */
    public record Parent(UUID id, String code) {}

    /** Somebody of the registry. */
    public record Head(MemberId id, String staffNo) {}

    DepartmentTerm during(DatePeriod period) {
        return new DepartmentTerm(period, name, nameEn, kind, specialty, parent, head);
    }

    DepartmentTerm headedBy(Head other) {
        return new DepartmentTerm(valid, name, nameEn, kind, specialty, parent, other);
    }
}
