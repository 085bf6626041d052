package org.yilianti.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Step 5: the hospital system reports the month's service in bulk, and the hosts confirm it. */
record ServiceStep(Stage stage) {

    private static final int BULK = 400;
    private static final String PATH = "/v1/service-records";

    MonthSummary.Service run() {
        var report = new ServiceReport(stage, new Duties(stage).all());
        var good = new ArrayList<>(report.worked());
        good.addAll(report.outreach());
        var bad = report.doubtful();

        var rejections = new ArrayList<String>();
        for (var chunk : chunks(good)) {
            rejections.addAll(send(chunk));
        }
        rejections.addAll(send(bad));

        int recorded = 0;
        int confirmed = 0;
        var flags = new ArrayList<String>();
        for (var demand : stage.script().roster().demands()) {
            confirm(demand.institution());
            var records = records(demand.institution());
            recorded += records.size();
            confirmed += (int) records.stream().filter(ServiceStep::confirmed).count();
            records.stream().filter(ServiceStep::flagged).forEach(record -> flags.add(firstBlocking(record)));
        }
        new Directories(stage).await("incentive", Map.of("confirmedServiceRecords", confirmed));
        var summary = new MonthSummary.Service(
                good.size() + bad.size(),
                recorded,
                rejections.size(),
                flags.size(),
                confirmed,
                Reasons.count(rejections),
                Reasons.count(flags));
        stage.say("%,d records reported, %,d recorded, %,d confirmed, %d flagged %s, %d rejected %s"
                .formatted(
                        summary.reported(),
                        summary.recorded(),
                        summary.confirmed(),
                        summary.flagged(),
                        summary.flags(),
                        summary.rejected(),
                        summary.reasons()));
        return summary;
    }

    /** Sends up to {@value #BULK} records; gives the reason of each that was rejected. */
    private List<String> send(List<ReportedService> records) {
        var body = Map.of("items", records);
        var answer = stage.as("his").post(PATH, stage.keys().ofContent("service", body), body);
        var reasons = new ArrayList<String>();
        for (var item : answer.body().path("items")) {
            if (item.path("status").asString("").equals("rejected")) {
                reasons.add(Reasons.code(item.path("error")));
            }
        }
        return reasons;
    }

    private void confirm(String institution) {
        var waiting = records(institution).stream()
                .filter(record -> record.path("status").asString("").equals("recorded"))
                .filter(record -> !flagged(record))
                .map(record -> Map.of("id", record.get("id").asString()))
                .toList();
        for (var chunk : chunks(waiting)) {
            var body = Map.of("items", chunk);
            stage.as(host(institution))
                    .post(PATH + "/confirmations", stage.keys().ofContent("confirm", body), body);
        }
    }

    private List<JsonNode> records(String institution) {
        return stage.as(host(institution))
                .list(PATH
                        + "?institution=%s&month=%s&limit=200"
                                .formatted(
                                        stage.registry().institutionId(institution),
                                        stage.script().month()));
    }

    /** Kept, but not to be confirmed before a second person has resolved it. */
    private static boolean flagged(JsonNode record) {
        return record.path("flagged").asBoolean(false);
    }

    private static String firstBlocking(JsonNode record) {
        return record.path("flags")
                .valueStream()
                .filter(flag -> flag.path("blocking").asBoolean(false))
                .map(Reasons::code)
                .findFirst()
                .orElse("");
    }

    private static boolean confirmed(JsonNode record) {
        return record.path("status").asString("").equals("confirmed");
    }

    private static String host(String institution) {
        return "host-" + institution.toLowerCase(Locale.ROOT);
    }

    private static <T> List<List<T>> chunks(List<T> items) {
        var chunks = new ArrayList<List<T>>();
        for (int from = 0; from < items.size(); from += BULK) {
            chunks.add(items.subList(from, Math.min(from + BULK, items.size())));
        }
        return chunks;
    }
}
