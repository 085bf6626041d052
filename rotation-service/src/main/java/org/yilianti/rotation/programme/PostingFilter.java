package org.yilianti.rotation.programme;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which postings are asked for; null stands for any. {@code on} is a day of theirs. */
public record PostingFilter(
        @Nullable UUID programmeId,
        @Nullable UUID memberId,
        @Nullable UUID institutionId,
        @Nullable PostingState state,
        @Nullable LocalDate on) {}
