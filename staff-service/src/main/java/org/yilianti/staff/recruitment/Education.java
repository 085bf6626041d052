package org.yilianti.staff.recruitment;

import org.yilianti.staff.entry.Coded;

/** The highest education that somebody has completed, lowest first. */
public enum Education implements Coded {
    SECONDARY,
    COLLEGE,
    BACHELOR,
    MASTER,
    DOCTOR
}
