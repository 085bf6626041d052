package org.yilianti.staff.credential;

import org.yilianti.staff.entry.Coded;

/** The category of practice that a licence fixes (Physicians Law 2022, art. 14). */
public enum PracticeCategory implements Coded {
    CLINICAL,
    DENTAL,
    TCM,
    PUBLIC_HEALTH,
    NURSING,
    PHARMACY,
    TECHNOLOGY,
    VILLAGE
}
