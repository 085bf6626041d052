package org.yilianti.staff.recruitment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** What a candidate reached, from 0 to 100 with two decimals; null for a part in which there is no score. */
public record Scores(@Nullable BigDecimal paper, @Nullable BigDecimal interview) {

    static final Scores NONE = new Scores(null, null);

    /** Numbers that mean the same are the same, however they were written. */
    public Scores {
        paper = paper == null ? null : paper.setScale(2, RoundingMode.UNNECESSARY);
        interview = interview == null ? null : interview.setScale(2, RoundingMode.UNNECESSARY);
    }

    public @Nullable BigDecimal of(ExamPart part) {
        return part == ExamPart.PAPER ? paper : interview;
    }

    Scores with(ExamPart part, @Nullable BigDecimal score) {
        return part == ExamPart.PAPER ? new Scores(score, interview) : new Scores(paper, score);
    }
}
