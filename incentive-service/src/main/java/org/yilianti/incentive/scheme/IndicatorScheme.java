package org.yilianti.incentive.scheme;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.problem.Violation;

/**
 * A named, weighted tree of indicators.
 *
 * @param edition 1 for the first scheme of its name, one more for each successor
 * @param publishedBy another person than its author; null for a draft
 */
public record IndicatorScheme(
        SchemeId id,
        UUID association,
        long version,
        String name,
        int edition,
        SchemeStatus status,
        SchemeContent content,
        String createdBy,
        Instant createdAt,
        @Nullable String publishedBy,
        @Nullable Instant publishedAt) {

    public List<Indicator> indicators() {
        return content.indicators();
    }

    /** A new draft; refused (422) with all violations of {@link SchemeRule}. */
    static IndicatorScheme drafted(
            UUID association, String name, int edition, SchemeContent content, String author, Instant now) {
        return new IndicatorScheme(
                SchemeId.next(),
                association,
                1,
                name,
                edition,
                SchemeStatus.DRAFT,
                checked(content),
                author,
                now,
                null,
                null);
    }

    /** The draft with another content; refused (409) once published, and (403) to anybody but its author, who does not publish it. */
    IndicatorScheme revised(SchemeContent changed, String reviser) {
        requireDraft();
        if (!reviser.equals(createdBy)) {
            throw Refusal.forbidden("scheme.reviser-is-not-author", createdBy);
        }
        return new IndicatorScheme(
                id,
                association,
                version + 1,
                name,
                edition,
                status,
                checked(changed),
                createdBy,
                createdAt,
                null,
                null);
    }

    /** From now on it stands; refused (409) a second time, and (403) to its author. */
    IndicatorScheme published(String publisher, Instant now) {
        requireDraft();
        if (publisher.equals(createdBy)) {
            throw Refusal.forbidden("scheme.publisher-is-author", publisher);
        }
        return new IndicatorScheme(
                id,
                association,
                version + 1,
                name,
                edition,
                SchemeStatus.PUBLISHED,
                content,
                createdBy,
                createdAt,
                publisher,
                now);
    }

    /** Refuses (409) unless it is published: a draft judges nobody. */
    public IndicatorScheme requirePublished() {
        if (status != SchemeStatus.PUBLISHED) {
            throw Refusal.conflict("scheme.not-published", name, edition);
        }
        return this;
    }

    /** Refuses (422) another name: a sheet of something else was sent. */
    IndicatorScheme requireName(String other) {
        if (!name.equals(other)) {
            throw Refusal.invalid("scheme.sheet-of-another", name, other);
        }
        return this;
    }

    IndicatorScheme with(SchemeContent other) {
        return new IndicatorScheme(
                id, association, version, name, edition, status, other, createdBy, createdAt, publishedBy, publishedAt);
    }

    private void requireDraft() {
        if (status == SchemeStatus.PUBLISHED) {
            throw Refusal.conflict("scheme.published", name, edition);
        }
    }

    private static SchemeContent checked(SchemeContent content) {
        List<Violation> violations = SchemeRule.violationsOf(content);
        if (!violations.isEmpty()) {
            throw Refusal.invalid(violations);
        }
        return content;
    }
}
