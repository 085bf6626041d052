package org.yilianti.sample;

import java.time.Instant;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A month of the quarter at two institutions: what their people served, without a roster.
 *
 * @param keys of this month alone
 */
record QuarterMonth(Stage stage, YearMonth month, StepKeys keys) {

    static final String HOME = "H02";
    static final String TOWN = "T01";
    static final String DOCTOR = "S00001";
    static final String LATE = "S01471";

    private static final List<String> OF_TOWN = List.of(LATE, "S01472", "S01473");
    private static final List<String> OF_HOME = List.of(DOCTOR, "S00003");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalTime MORNING = LocalTime.of(8, 30);
    private static final int CLINIC_MINUTES = 210;
    private static final int CLINICS = 4;

    static QuarterMonth of(Stage stage, YearMonth month) {
        return new QuarterMonth(stage, month, new StepKeys(month.toString()));
    }

    /** Clinics that were reported and confirmed in time. */
    void serve() {
        var records = new ArrayList<ReportedService>();
        for (int week = 0; week < CLINICS; week++) {
            int day = 2 + 7 * week;
            OF_TOWN.forEach(one -> records.add(clinic(one, TOWN, day)));
            OF_HOME.forEach(one -> records.add(clinic(one, HOME, day)));
        }
        report(records);
    }

    /** A clinic that was forgotten until the month was paid. */
    void serveLate() {
        report(List.of(clinic(LATE, TOWN, 30)));
    }

    /** Whoever can be paid: all who serve. */
    static List<String> people() {
        var people = new ArrayList<>(OF_TOWN);
        people.addAll(OF_HOME);
        return people;
    }

    private ReportedService clinic(String staffNo, String institution, int day) {
        Instant start = month.atDay(day).atTime(MORNING).atZone(ZONE).toInstant();
        return ReportedService.of(
                "clinic-%s-%s-%d".formatted(month, staffNo, day),
                staffNo,
                institution,
                "clinic",
                start,
                CLINIC_MINUTES);
    }

    private void report(List<ReportedService> records) {
        var body = Map.of("items", records);
        stage.as("his").post("/v1/service-records", keys.ofContent("service", body), body);
        confirm(TOWN);
        confirm(HOME);
        int confirmed = confirmed(TOWN) + confirmed(HOME);
        stage.patience()
                .until(
                        "incentive-service to know %d records of %s".formatted(confirmed, month),
                        () -> stage.as("payroll")
                                .get("/v1/directories/incentive?month=" + month)
                                .number("confirmedServiceRecords"),
                        seen -> seen >= confirmed);
    }

    private void confirm(String institution) {
        var waiting = records(institution).stream()
                .filter(record -> record.path("status").asString("").equals("recorded"))
                .map(record -> Map.of("id", record.get("id").asString()))
                .toList();
        if (!waiting.isEmpty()) {
            var body = Map.of("items", waiting);
            stage.as(host(institution))
                    .post("/v1/service-records/confirmations", keys.ofContent("confirm", body), body);
        }
    }

    private int confirmed(String institution) {
        return (int) records(institution).stream()
                .filter(record -> record.path("status").asString("").equals("confirmed"))
                .count();
    }

    private List<JsonNode> records(String institution) {
        return stage.as(host(institution))
                .list("/v1/service-records?institution=%s&month=%s&limit=200"
                        .formatted(stage.registry().institutionId(institution), month));
    }

    private static String host(String institution) {
        return "host-" + institution.toLowerCase(Locale.ROOT);
    }
}
