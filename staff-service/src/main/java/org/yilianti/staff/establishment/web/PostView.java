package org.yilianti.staff.establishment.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.staff.establishment.AuthorisedPost;
import org.yilianti.staff.establishment.Permit;
import org.yilianti.staff.establishment.PostDetails;
import org.yilianti.staff.establishment.PostHolding;
import org.yilianti.staff.member.Title;

/**
 * A line as it is shown, filled as on the day asked for.
 *
 * @param authorised people the line and its permits allow on the day
 * @param vacancy negative beyond the establishment
 */
record PostView(
        UUID id,
        long version,
        String externalId,
        String institutionCode,
        @Nullable String department,
        String category,
        @Nullable String title,
        int headcount,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        int authorised,
        long held,
        long vacancy,
        List<PermitView> permits,
        Instant recordedAt,
        String recordedBy,
        @Nullable String reason) {

    /** A permit as it is shown. */
    record PermitView(
            UUID id,
            int extra,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            String reason,
            Instant grantedAt,
            String grantedBy) {

        static PermitView of(Permit permit) {
            return new PermitView(
                    permit.id(),
                    permit.extra(),
                    permit.valid().from(),
                    permit.valid().to(),
                    permit.reason(),
                    permit.grantedAt(),
                    permit.grantedBy());
        }
    }

    static PostView of(PostHolding holding) {
        AuthorisedPost post = holding.post();
        PostDetails details = post.details();
        Title title = details.title();
        return new PostView(
                post.id(),
                post.version(),
                post.externalId(),
                post.institution().code(),
                details.department(),
                details.category().code(),
                title == null ? null : title.code(),
                details.headcount(),
                details.valid().from(),
                details.valid().to(),
                holding.authorised(),
                holding.held(),
                holding.vacancy(),
                holding.permits().stream().map(PermitView::of).toList(),
                post.recordedAt(),
                post.recordedBy(),
                post.reason());
    }
}
