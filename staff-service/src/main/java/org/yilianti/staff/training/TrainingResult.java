package org.yilianti.staff.training;

import org.yilianti.staff.entry.Coded;

/** How the assessment at the end of a session came out. */
public enum TrainingResult implements Coded {
    PASSED,
    FAILED
}
