package org.yilianti.staff.privacy.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.problem.ProblemFactory;
import org.yilianti.staff.privacy.Erasure;
import org.yilianti.staff.privacy.Erasure.State;
import org.yilianti.staff.privacy.Erasure.Step;

/** A case as it is shown; what is kept of an erased record, why and until when, in the reader's language. */
record ErasureView(
        UUID id,
        long version,
        UUID memberId,
        String state,
        Instant proposedAt,
        String proposedBy,
        @Nullable String reason,
        @Nullable Instant decidedAt,
        @Nullable String decidedBy,
        @Nullable String decisionReason,
        List<Kept> kept) {

    /**
     * Something that is not erased.
     *
     * @param until first day on which it is not kept; null when it stays without saying whose it is
     */
    record Kept(String what, String basis, @Nullable LocalDate until) {}

    static ErasureView of(Erasure erasure, ProblemFactory texts, Locale locale) {
        Optional<Step> decided = Optional.ofNullable(erasure.decided());
        return new ErasureView(
                erasure.id(),
                erasure.version(),
                erasure.member().value(),
                erasure.state().code(),
                erasure.proposed().at(),
                erasure.proposed().by(),
                erasure.proposed().reason(),
                decided.map(Step::at).orElse(null),
                decided.map(Step::by).orElse(null),
                decided.map(Step::reason).orElse(null),
                kept(erasure, texts, locale));
    }

    private static List<Kept> kept(Erasure erasure, ProblemFactory texts, Locale locale) {
        List<Kept> kept = new ArrayList<>();
        if (erasure.state() == State.APPROVED) {
            if (erasure.keptUntil() != null) {
                kept.add(of("identity", erasure.keptUntil(), texts, locale));
            }
            kept.add(of("records", null, texts, locale));
        }
        return kept;
    }

    private static Kept of(String code, @Nullable LocalDate until, ProblemFactory texts, Locale locale) {
        return new Kept(
                texts.text("erasure.kept." + code, null, locale),
                texts.text("erasure.basis." + code, null, locale),
                until);
    }
}
