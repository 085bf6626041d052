package org.yilianti.staff.search;

import java.util.Map;
import org.yilianti.staff.entry.Coded;

/** Whether somebody works in the association today. */
public enum Employment implements Coded {
    APPOINTED("exists (%s and works.valid_from <= :today)"),
    COMING("exists (%1$s and works.valid_from > :today) and not exists (%1$s and works.valid_from <= :today)"),
    NOT_APPOINTED("not exists (%s)");

    private static final String PRESENT_OR_COMING = """
            select 1 from appointment works where works.member_id = m.id and works.believed = 1
                and (works.valid_to is null or works.valid_to > :today)
            """;

    private final String condition;

    Employment(String condition) {
        this.condition = condition;
    }

    Criterion criterion() {
        return Criterion.of(condition.formatted(PRESENT_OR_COMING), Map.of());
    }
}
