package org.yilianti.incentive.scheme;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that an institution is judged by.
 *
 * @param code unique in its scheme
 * @param weight its part of what it belongs to: the group, or the whole score at the top
 * @param target value that earns the full score, in the indicator's own unit
 * @param floor value below which a linear indicator earns nothing; unused by the others
 * @param parent code of its group; empty at the top
 * @param bands of a banded indicator, ascending; none for the others
 * @param unit what its values are counted in, such as {@code %}; null when it is not said
 * @param source where its values come from; null when it is not said
 */
public record Indicator(
        String code,
        String name,
        @Nullable String nameEn,
        BigDecimal weight,
        BigDecimal target,
        BigDecimal floor,
        Scoring scoring,
        String parent,
        List<Band> bands,
        @Nullable String unit,
        @Nullable DataSource source) {

    public Indicator {
        bands = List.copyOf(bands);
    }

    /** An indicator that says neither its unit nor its source. */
    Indicator(
            String code,
            String name,
            @Nullable String nameEn,
            BigDecimal weight,
            BigDecimal target,
            BigDecimal floor,
            Scoring scoring,
            String parent,
            List<Band> bands) {
        this(code, name, nameEn, weight, target, floor, scoring, parent, bands, null, null);
    }

    /** An indicator at the top, without bands. */
    Indicator(
            String code,
            String name,
            @Nullable String nameEn,
            BigDecimal weight,
            BigDecimal target,
            BigDecimal floor,
            Scoring scoring) {
        this(code, name, nameEn, weight, target, floor, scoring, "", List.of());
    }

    /** The score of a measured value, 0 to 1. */
    public BigDecimal score(BigDecimal value) {
        return scoring == Scoring.BANDED ? Scoring.banded(value, bands) : scoring.score(value, target, floor);
    }
}
