package org.yilianti.rotation.practice;

/** One rule of lawful practice. */
@FunctionalInterface
interface PracticeRule {

    /** Judges without looking anything up. */
    PracticeVerdict judge(PracticeQuestion question, PracticeFacts facts);
}
