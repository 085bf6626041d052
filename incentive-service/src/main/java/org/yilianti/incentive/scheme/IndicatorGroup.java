package org.yilianti.incentive.scheme;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A heading of the first or second level, under which indicators are weighed together.
 *
 * @param code unique in its scheme, indicators included
 * @param weight its part of what it belongs to
 * @param parent code of the heading above; empty at the top
 */
public record IndicatorGroup(
        String code, String name, @Nullable String nameEn, BigDecimal weight, String parent) {}
