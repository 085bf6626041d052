package org.yilianti.staff.establishment;

import org.jspecify.annotations.Nullable;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.staff.department.NamedDepartment;
import org.yilianti.staff.institution.InstitutionId;
import org.yilianti.staff.member.AppointmentId;
import org.yilianti.staff.member.StaffCategory;
import org.yilianti.staff.member.Title;

/**
 * Somebody with a main appointment at an institution.
 *
 * @param appointment null for one that this transaction adds
 */
record Incumbent(
        @Nullable AppointmentId appointment,
        InstitutionId institution,
        @Nullable NamedDepartment department,
        StaffCategory category,
        Title title,
        DatePeriod valid) {}
