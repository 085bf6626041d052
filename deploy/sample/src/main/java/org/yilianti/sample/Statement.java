package org.yilianti.sample;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Puts a pay statement into words: amount, then each line with its factors, then the records behind it. */
final class Statement {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.of("Asia/Shanghai"));
    private static final int RECORDS_SHOWN = 6;

    private Statement() {}

    static String explain(JsonNode statement) {
        var text = new StringBuilder("%s %s, %s: %s\n"
                .formatted(
                        text(statement, "staffNo"),
                        text(statement, "name"),
                        text(statement, "month"),
                        yuan(statement.path("amountFen").asLong(0))));
        for (var line : statement.path("lines")) {
            text.append("  %s %s: workload %s × quality %s × post %s = %s points of %s; share of %s is %s\n"
                    .formatted(
                            text(line, "institutionCode"),
                            text(line, "institutionName"),
                            text(line, "workload"),
                            text(line, "quality"),
                            text(line, "coefficient"),
                            text(line, "points"),
                            text(line, "institutionPoints"),
                            yuan(line.path("institutionAmountFen").asLong(0)),
                            yuan(line.path("amountFen").asLong(0))));
            appendRecords(text, line.path("records"));
        }
        return text.toString().stripTrailing();
    }

    private static void appendRecords(StringBuilder text, JsonNode records) {
        int shown = 0;
        for (var entry : records) {
            if (shown++ == RECORDS_SHOWN) {
                text.append("    … and %d more records\n".formatted(records.size() - RECORDS_SHOWN));
                return;
            }
            text.append("    %s %-8s %s min × weight %s = %s points\n"
                    .formatted(
                            started(entry),
                            text(entry, "kind"),
                            text(entry, "minutes"),
                            text(entry, "weight"),
                            text(entry, "points")));
        }
    }

    private static String started(JsonNode entry) {
        var instant = text(entry, "startedAt");
        return instant.isEmpty() ? "" : DAY.format(Instant.parse(instant));
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }

    /** Whole fen as yuan with two decimals. */
    static String yuan(long fen) {
        return "¥" + "%,.2f".formatted(BigDecimal.valueOf(fen, 2));
    }
}
