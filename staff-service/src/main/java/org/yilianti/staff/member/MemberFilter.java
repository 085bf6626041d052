package org.yilianti.staff.member;

import org.jspecify.annotations.Nullable;

/**
 * Which members a list shows; null does not filter.
 *
 * @param institution code of an institution where they have a present or coming appointment
 * @param q how the name, its latin form or the staff number begins
 */
public record MemberFilter(
        @Nullable String institution,
        @Nullable String category,
        @Nullable String title,
        @Nullable String q,
        @Nullable String staffNo) {

    public static final MemberFilter NONE = new MemberFilter(null, null, null, null, null);

    /** The pattern for {@code like}; it has no leading wildcard, so an index serves it. */
    @Nullable String beginning() {
        return q == null || q.isBlank() ? null : q.strip().replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }
}
