package org.yilianti.staff.member;

import org.yilianti.staff.entry.Coded;

/** What kind of work a member of staff does; all but management and logistics are health technicians. */
public enum StaffCategory implements Coded {
    PHYSICIAN,
    ASSISTANT_PHYSICIAN,
    NURSE,
    PHARMACIST,
    TECHNICIAN,
    VILLAGE_DOCTOR,
    OTHER_HEALTH_TECHNICIAN,
    MANAGEMENT,
    LOGISTICS
}
