package org.yilianti.staff.recruitment;

import org.yilianti.staff.entry.Coded;

/** What candidates are examined by. */
public enum ExamPart implements Coded {
    PAPER,
    INTERVIEW
}
