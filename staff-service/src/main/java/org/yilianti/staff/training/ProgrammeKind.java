package org.yilianti.staff.training;

import org.yilianti.staff.entry.Coded;

/** How people are trained (R7). */
public enum ProgrammeKind implements Coded {
    LECTURE,
    EXPERT_FORUM,
    OFF_THE_JOB,
    FURTHER_TRAINING,
    COUNTERPART_SUPPORT,
    STUDY_VISIT,
    EMERGENCY_DRILL
}
