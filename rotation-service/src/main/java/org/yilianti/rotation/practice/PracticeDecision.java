package org.yilianti.rotation.practice;

import java.util.List;
import java.util.stream.Stream;

/** The answer: every rule's verdict. Permitted when every rule permits. */
public record PracticeDecision(List<PracticeVerdict> verdicts) {

    public boolean permitted() {
        return verdicts.stream().allMatch(PracticeVerdict::permitted);
    }

    /** The verdicts that stand in the way, in the order of the rules. */
    public Stream<PracticeVerdict> refusals() {
        return verdicts.stream().filter(verdict -> !verdict.permitted());
    }
}
