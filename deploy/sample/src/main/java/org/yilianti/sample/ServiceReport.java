package org.yilianti.sample;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** All service of the month: what the published duties became, outreach beside them, and a few records that must be rejected or flagged. */
record ServiceReport(Stage stage, List<JsonNode> duties) {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final int OUTREACH_MINUTES = 180;
    private static final int TOO_LONG = 25 * 60;
    private static final int AFTER_SUSPENSION_DAYS = 3;

    /** One record for every duty that somebody had, in order of time. */
    List<ReportedService> worked() {
        stage.script().roster().demands().forEach(demand -> stage.registry().loadStaff(demand.institution()));
        return duties.stream()
                .filter(Duties::assigned)
                .map(duty -> ReportedService.of(
                        duty, stage.registry().staffNo(duty.get("memberId").asString())))
                .sorted(Comparator.comparing(ReportedService::startedAt).thenComparing(ReportedService::sourceId))
                .toList();
    }

    /**
     * Doctors at their hosts' villages, each before the suspension on a day that leaves them rest on both sides, in the week in which
     * they have least to do: agreements limit the hours of a week.
     */
    List<ReportedService> outreach() {
        var records = new ArrayList<ReportedService>();
        for (var visit : stage.script().service().outreach()) {
            var own = dutiesOf(stage.registry().memberId(visit.staffNo()));
            var busy = daysOf(own);
            month().atDay(2)
                    .datesUntil(LocalDate.parse(stage.script().suspension().from()))
                    .filter(day ->
                            !busy.contains(day) && !busy.contains(day.minusDays(1)) && !busy.contains(day.plusDays(1)))
                    .min(Comparator.comparingLong(day -> minutesInWeekOf(day, own)))
                    .ifPresent(day -> records.add(ReportedService.of(
                            "outreach-" + visit.staffNo(),
                            visit.staffNo(),
                            visit.institution(),
                            "outreach",
                            morning(day),
                            OUTREACH_MINUTES)));
        }
        return records;
    }

    /**
     * What cannot be kept: unknown staff, 25 hours in a row. What is kept and flagged: a doctor without an agreement, and the
     * suspended one after the suspension.
     */
    List<ReportedService> doubtful() {
        var script = stage.script();
        var unlawful = script.service().unlawful();
        var visit = script.service().outreach().getFirst();
        var suspended = script.suspension();
        var host = script.applications().stream()
                .filter(application -> application.staffNo().equals(suspended.staffNo()))
                .findFirst()
                .orElseThrow()
                .host();
        var mid = morning(month().atDay(14));
        var after = morning(LocalDate.parse(suspended.from()).plusDays(AFTER_SUSPENSION_DAYS));
        return List.of(
                ReportedService.of(
                        "bad-unknown-staff",
                        script.service().unknownStaffNo(),
                        visit.institution(),
                        "clinic",
                        mid,
                        OUTREACH_MINUTES),
                ReportedService.of("bad-25-hours", visit.staffNo(), visit.institution(), "clinic", mid, TOO_LONG),
                ReportedService.of(
                        "bad-without-agreement",
                        unlawful.staffNo(),
                        unlawful.institution(),
                        "clinic",
                        mid,
                        OUTREACH_MINUTES),
                ReportedService.of("bad-suspended", suspended.staffNo(), host, "clinic", after, OUTREACH_MINUTES));
    }

    private List<JsonNode> dutiesOf(String member) {
        return duties.stream()
                .filter(Duties::assigned)
                .filter(duty -> duty.get("memberId").asString().equals(member))
                .toList();
    }

    private static Set<LocalDate> daysOf(List<JsonNode> duties) {
        return duties.stream().map(ServiceReport::date).collect(Collectors.toSet());
    }

    private static long minutesInWeekOf(LocalDate day, List<JsonNode> duties) {
        var monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return duties.stream()
                .filter(duty -> !date(duty).isBefore(monday) && date(duty).isBefore(monday.plusWeeks(1)))
                .mapToLong(duty -> Duration.between(
                                Instant.parse(duty.get("startsAt").asString()),
                                Instant.parse(duty.get("endsAt").asString()))
                        .toMinutes())
                .sum();
    }

    private static LocalDate date(JsonNode duty) {
        return LocalDate.parse(duty.get("date").asString());
    }

    private static Instant morning(LocalDate day) {
        return day.atTime(MORNING).atZone(ZONE).toInstant();
    }

    private YearMonth month() {
        return YearMonth.parse(stage.script().month());
    }
}
