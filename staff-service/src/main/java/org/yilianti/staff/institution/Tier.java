package org.yilianti.staff.institution;

import org.yilianti.staff.entry.Coded;

/** The level of an institution in the health system. */
public enum Tier implements Coded {
    TERTIARY_HOSPITAL,
    SECONDARY_HOSPITAL,
    TOWNSHIP_HEALTH_CENTRE,
    COMMUNITY_HEALTH_CENTRE,
    VILLAGE_CLINIC,
    PUBLIC_HEALTH_AGENCY
}
