package org.yilianti.incentive.scheme;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where the values of an indicator come from. */
public enum DataSource {
    /** Entered or imported by an evaluator. */
    ENTRY,
    /** Counted from service records. */
    SERVICE_EVENTS,
    /** Claimed by the institution, and discounted by what a sample shows. */
    VERIFICATION,
    /** Judged by people in an evaluation campaign. */
    CAMPAIGN,
    /** Answered by the people served. */
    SURVEY;

    /** Whether values that came this way may be taken; a campaign that only asks the people served is a campaign, too. */
    public boolean accepts(DataSource origin) {
        return this == origin || (this == CAMPAIGN && origin == SURVEY);
    }

    /** Name on the wire and in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Null for null. */
    public static @Nullable DataSource of(@Nullable String code) {
        return code == null ? null : valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    public static List<String> codes() {
        return Arrays.stream(values()).map(DataSource::code).toList();
    }
}
