package org.yilianti.staff.credential;

import org.yilianti.staff.entry.Coded;

/** The profession a licence admits to. */
public enum LicenceKind implements Coded {
    PHYSICIAN,
    ASSISTANT_PHYSICIAN,
    NURSE,
    PHARMACIST,
    TECHNICIAN,
    VILLAGE_DOCTOR
}
