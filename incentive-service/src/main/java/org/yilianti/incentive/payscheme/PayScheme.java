package org.yilianti.incentive.payscheme;

import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.incentive.fund.PayKind;
import org.yilianti.platform.problem.Refusal;

/**
 * An edition of a pay scheme; each verb guards its state (409) and gives the next version.
 *
 * @param kind of performance pay that it is for
 * @param edition 1, 2, … of the same name
 * @param validFrom the first month that it may be in force for
 * @param publishedBy never its author
 */
public record PayScheme(
        PaySchemeId id,
        UUID association,
        long version,
        PayKind kind,
        String name,
        int edition,
        YearMonth validFrom,
        PaySchemeStatus status,
        PayTerms terms,
        String createdBy,
        Instant createdAt,
        @Nullable String publishedBy,
        @Nullable Instant publishedAt) {

    /** What an author writes; refuses (422) all that breaks a rule. */
    public record Content(PayKind kind, YearMonth validFrom, PayTerms terms) {
        public Content {
            if (validFrom.getYear() < 2000 || validFrom.getYear() > 2199) {
                throw Refusal.invalid("payscheme.month-invalid", validFrom.toString())
                        .at("/validFrom");
            }
            PayTermRule.check(terms.all());
        }
    }

    static PayScheme drafted(UUID association, String name, int edition, Content content, String author, Instant now) {
        return new PayScheme(
                PaySchemeId.next(),
                association,
                1,
                content.kind(),
                name,
                edition,
                content.validFrom(),
                PaySchemeStatus.DRAFT,
                content.terms(),
                author,
                now,
                null,
                null);
    }

    /** With other terms; refused (403) to anybody but its author, who alone is kept from publishing it. */
    PayScheme revised(Content content, String reviser) {
        requireDraft();
        if (!reviser.equals(createdBy)) {
            throw Refusal.forbidden("payscheme.reviser-is-not-author", createdBy);
        }
        return new PayScheme(
                id,
                association,
                version + 1,
                content.kind(),
                name,
                edition,
                content.validFrom(),
                status,
                content.terms(),
                createdBy,
                createdAt,
                null,
                null);
    }

    /** In force from its month on; refused (403) to its author. */
    PayScheme published(String publisher, Instant now) {
        requireDraft();
        if (publisher.equals(createdBy)) {
            throw Refusal.forbidden("payscheme.publisher-is-author", publisher);
        }
        return new PayScheme(
                id,
                association,
                version + 1,
                kind,
                name,
                edition,
                validFrom,
                PaySchemeStatus.PUBLISHED,
                terms,
                createdBy,
                createdAt,
                publisher,
                now);
    }

    /** Refuses (409) once it is published. */
    void requireDraft() {
        if (status != PaySchemeStatus.DRAFT) {
            throw Refusal.conflict("payscheme.published", name, edition);
        }
    }
}
