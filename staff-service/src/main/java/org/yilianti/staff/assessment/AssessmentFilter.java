package org.yilianti.staff.assessment;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which assessments a list shows; null does not filter.
 *
 * @param status passed, failed or annulled
 */
public record AssessmentFilter(
        @Nullable UUID member,
        @Nullable UUID licence,
        @Nullable String status) {}
