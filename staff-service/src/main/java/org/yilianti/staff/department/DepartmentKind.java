package org.yilianti.staff.department;

import org.yilianti.staff.entry.Coded;

/** What a department is for. */
public enum DepartmentKind implements Coded {
    CLINICAL,
    NURSING,
    MEDICAL_TECHNOLOGY,
    PHARMACY,
    PUBLIC_HEALTH,
    ADMINISTRATION,
    LOGISTICS
}
