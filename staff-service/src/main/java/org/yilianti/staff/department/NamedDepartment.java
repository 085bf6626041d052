package org.yilianti.staff.department;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a text at an institution names; two that name the same are equal.
 *
 * @param id a department that is kept; null where the text means none
 * @param text as it was written; null where a department is meant, however it was called
 */
public record NamedDepartment(@Nullable UUID id, @Nullable String text) {

    static NamedDepartment kept(Department department) {
        return new NamedDepartment(department.id(), null);
    }

    static NamedDepartment unkept(String text) {
        return new NamedDepartment(null, text);
    }
}
