package org.yilianti.incentive.scheme;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The columns of a scheme's sheet, in the order in which they are written. */
enum SchemeColumn {
    KIND("kind"),
    CODE("code"),
    PARENT("parent"),
    NAME("name"),
    NAME_EN("nameEn"),
    WEIGHT("weight"),
    SCORING("scoring"),
    TARGET("target"),
    FLOOR("floor"),
    BANDS("bands"),
    UNIT("unit"),
    SOURCE("source"),
    NO_DATA("noData");

    private final String title;

    SchemeColumn(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    static List<String> titles() {
        return Arrays.stream(values()).map(SchemeColumn::title).toList();
    }

    static Set<String> known() {
        return Set.copyOf(titles());
    }

    /** All but those that a scheme may do without. */
    static Set<String> required() {
        return EnumSet.of(KIND, CODE, NAME, WEIGHT, SCORING, TARGET).stream()
                .map(SchemeColumn::title)
                .collect(Collectors.toSet());
    }
}
