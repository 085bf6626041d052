package org.yilianti.staff.assessment;

import org.yilianti.staff.entry.Coded;

/** How an assessment ended. */
public enum AssessmentResult implements Coded {
    PASSED,
    FAILED
}
