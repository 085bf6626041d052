package org.yilianti.staff.department;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yilianti.staff.entry.Fault;
import org.yilianti.staff.institution.InstitutionId;
import org.yilianti.staff.institution.InstitutionLocks;

/** What a text that names a department means at institutions that keep departments. */
@Component
public class DepartmentNames {

    private final DepartmentRepository departments;
    private final DepartmentDirectory directory;
    private final InstitutionLocks locks;

    DepartmentNames(DepartmentRepository departments, DepartmentDirectory directory, InstitutionLocks locks) {
        this.departments = departments;
        this.directory = directory;
        this.locks = locks;
    }

    /**
     * The departments of these institutions, which stay as they are until the transaction ends.
     *
     * <p>All of these institutions are locked when one keeps departments, so that whoever locks them for something else besides does it in
     * the same order; where none does it costs one question and no lock.
     */
    public Known at(Collection<InstitutionId> places) {
        List<InstitutionId> keeping = departments.keeping(places);
        if (!keeping.isEmpty()) {
            locks.hold(places);
        }
        return seen(keeping);
    }

    /** The departments of these institutions as they stand just now. */
    public Known seen(Collection<InstitutionId> places) {
        return Known.of(directory.at(places));
    }

    /** The departments at hand by institution and text. */
    public record Known(Set<String> keeping, Map<String, List<Department>> byText) {

        static Known of(List<Department> departments) {
            Set<String> keeping = new HashSet<>();
            Map<String, List<Department>> byText = new HashMap<>();
            for (Department department : departments) {
                String place = department.institution().code();
                keeping.add(place);
                department
                        .names()
                        .forEach(name ->
                                byText.merge(key(place, name), List.of(department), (some, more) -> Stream.concat(
                                                some.stream(), more.stream())
                                        .toList()));
            }
            return new Known(keeping, byText);
        }

        /** Why a department cannot be named from a day on; empty when it can, or the institution keeps none. */
        public Optional<Fault> objection(String institution, @Nullable String text, LocalDate day) {
            if (text == null || !keeping.contains(institution)) {
                return Optional.empty();
            }
            List<Department> named = byText.getOrDefault(key(institution, text), List.of());
            if (named.stream().anyMatch(department -> department.isCalled(text, day))) {
                return Optional.empty();
            }
            return Optional.of(
                    named.isEmpty()
                            ? new Fault("department", "unknown-department", List.of(text))
                            : new Fault("department", "department-not-open", List.of(text, day)));
        }

        /**
         * What a text names that was written for a time from a day on: the department that bears it as its code or name on that day. Where
         * none does, the first that comes to bear it later: the registry of departments may have begun after the posts. Of several
         * the one whose code it is. Where departments are not kept, or the text fits none or several, it names nothing but itself, so that
         * two texts name the same when they are the same.
         */
        public NamedDepartment named(String institution, String text, LocalDate from) {
            List<Department> bearing = byText.getOrDefault(key(institution, text), List.of());
            Stream<LocalDate> later = bearing.stream()
                    .flatMap(department -> department.terms().stream())
                    .map(term -> term.valid().from())
                    .filter(from::isBefore)
                    .sorted();
            return Stream.concat(Stream.of(from), later)
                    .map(day -> bearing.stream()
                            .filter(department -> department.isCalled(text, day))
                            .toList())
                    .filter(called -> !called.isEmpty())
                    .findFirst()
                    .flatMap(called -> one(called, text))
                    .map(NamedDepartment::kept)
                    .orElse(NamedDepartment.unkept(text));
        }

        private static Optional<Department> one(List<Department> called, String text) {
            return called.size() == 1
                    ? Optional.of(called.getFirst())
                    : called.stream()
                            .filter(department -> department.code().equals(text))
                            .findFirst();
        }

        private static String key(String institution, String text) {
            return institution + "\n" + text;
        }
    }
}
