package org.yilianti.staff.institution;

import org.yilianti.staff.entry.Coded;

/** What an institution is there for within the association, beside its tier. */
public enum InstitutionFunction implements Coded {
    REGIONAL_CENTRE,
    BASIC_CARE,
    EMERGENCY_CARE,
    REHABILITATION,
    LONG_TERM_CARE,
    PUBLIC_HEALTH,
    CHRONIC_DISEASE_MANAGEMENT,
    MATERNAL_AND_CHILD_HEALTH,
    TCM_SERVICE,
    TEACHING
}
