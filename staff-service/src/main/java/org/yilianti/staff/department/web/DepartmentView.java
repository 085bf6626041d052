package org.yilianti.staff.department.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.staff.department.Department;
import org.yilianti.staff.department.DepartmentTerm;
import org.yilianti.staff.department.DepartmentTerm.Head;
import org.yilianti.staff.department.DepartmentTerm.Parent;

/**
 * A department as it is shown.
 *
 * @param current what is so on the day asked for; null while it is not open
 * @param history what was, is and will be so, in order
 */
record DepartmentView(
        UUID id,
        long version,
        String institutionCode,
        String code,
        @Nullable TermView current,
        List<TermView> history,
        Instant recordedAt,
        String recordedBy) {

    /** What is so from one day to another; validTo is the first day on which it is not. */
    record TermView(
            String name,
            @Nullable String nameEn,
            String kind,
            @Nullable String specialty,
            @Nullable String parentCode,
            @Nullable String headStaffNo,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {

        static TermView of(DepartmentTerm term) {
            return new TermView(
                    term.name(),
                    term.nameEn(),
                    term.kind().code(),
                    term.specialty(),
                    Optional.ofNullable(term.parent()).map(Parent::code).orElse(null),
                    Optional.ofNullable(term.head()).map(Head::staffNo).orElse(null),
                    term.valid().from(),
                    term.valid().to());
        }
    }

    static DepartmentView of(Department department, LocalDate day) {
        return new DepartmentView(
                department.id(),
                department.version(),
                department.institution().code(),
                department.code(),
                department.on(day).map(TermView::of).orElse(null),
                department.terms().stream().map(TermView::of).toList(),
                department.recordedAt(),
                department.recordedBy());
    }
}
