package org.yilianti.staff.recruitment;

import org.jspecify.annotations.Nullable;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.member.Title;

/**
 * What a position asks of candidates; published with it.
 *
 * @param maxAge full years on the last day for applications; null for any
 * @param minEducation null for any
 * @param minTitle null for any
 * @param specialty null for any
 * @param licenceRequired a licence to practise is to be named
 */
public record Requirements(
        @Nullable Integer maxAge,
        @Nullable Education minEducation,
        @Nullable Title minTitle,
        @Nullable String specialty,
        boolean licenceRequired) {

    /** @param at the fields' path, such as {@code positions/0/} */
    static Requirements read(Entry entry, String at) {
        var age = entry.optionalNumber(at + "maxAge", "16", "100", 0);
        return new Requirements(
                age == null ? null : age.intValue(),
                entry.optionalChoice(at + "minEducation", Education.class),
                entry.optionalChoice(at + "minTitle", Title.class),
                entry.optionalText(at + "specialty", 100),
                entry.raw(at + "licenceRequired") != null && entry.flag(at + "licenceRequired"));
    }
}
