package org.yilianti.rotation.application.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yilianti.rotation.agreement.AgreementMoment;
import org.yilianti.rotation.application.ApplicationStep;
import org.yilianti.rotation.application.PracticeApplication;

/** The whole life of an application and of the agreement that came of it, oldest first. */
record TimelineResource(List<TimelineEntry> items) {

    /**
     * One thing that happened.
     *
     * @param subject {@code application} or {@code agreement}
     * @param event what was done to the application, or the agreement's new status; {@code terms-changed} when it was
     *     amended or its insurance renewed
     * @param actor who did it; null for the agreement, whose audit rows say so
     * @param effectiveFrom first day of the agreement's new status
     */
    record TimelineEntry(
            Instant at,
            String subject,
            String event,
            @Nullable String state,
            @Nullable String actor,
            List<String> onBehalfOf,
            @Nullable String note,
            @Nullable LocalDate effectiveFrom) {}

    static TimelineResource of(PracticeApplication application, List<AgreementMoment> agreement) {
        return new TimelineResource(Stream.concat(
                        application.history().stream().map(TimelineResource::entry),
                        IntStream.range(0, agreement.size()).mapToObj(index -> entry(agreement, index)))
                .sorted(Comparator.comparing(TimelineEntry::at))
                .toList());
    }

    private static TimelineEntry entry(ApplicationStep step) {
        return new TimelineEntry(
                step.at(),
                "application",
                step.action().code(),
                step.state().code(),
                step.actor(),
                step.onBehalfOf(),
                step.note(),
                null);
    }

    private static TimelineEntry entry(List<AgreementMoment> agreement, int index) {
        AgreementMoment moment = agreement.get(index);
        boolean sameStanding = index > 0 && moment.sameStanding(agreement.get(index - 1));
        return new TimelineEntry(
                moment.recordedAt(),
                "agreement",
                sameStanding ? "terms-changed" : moment.status().code(),
                null,
                null,
                List.of(),
                moment.reason(),
                moment.from());
    }
}
