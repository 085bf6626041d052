package org.yilianti.sample;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.yilianti.sample.script.ExpectedImport;
import org.yilianti.sample.script.ImportList;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The platform as the driver sees it, in memory and with the simplest rules that give a month: enough to test the driver, and
 * nothing to test a service with. Ids are the codes with a letter in front.
 */
final class PretendedAssociation {

    private static final YearMonth MONTH = YearMonth.of(2026, 10);

    private final Map<String, ExpectedImport> expected;
    private final Map<ImportList, List<NamedCsvRecord>> rows = new LinkedHashMap<>();
    private final Map<String, Map<String, Object>> applications = new LinkedHashMap<>();
    private final Map<String, Map<String, Object>> agreements = new LinkedHashMap<>();
    private final List<Map<String, Object>> duties = new ArrayList<>();
    private final List<Map<String, Object>> unmet = new ArrayList<>();
    private final Map<String, JsonNode> demands = new LinkedHashMap<>();
    private final Map<String, Map<String, Object>> records = new LinkedHashMap<>();
    private final List<String> transitions = new ArrayList<>();
    private final PretendedRegistry registry = new PretendedRegistry();
    private long pool;
    private String runStatus = "draft";

    PretendedAssociation(Path sample) throws IOException {
        expected = JsonMapper.shared().readValue(sample.resolve("expected.json"), new TypeReference<>() {});
        for (var list : ImportList.values()) {
            var bad = expected.get(list.code()).mistakes().stream()
                    .map(ExpectedImport.Mistake::line)
                    .toList();
            try (var csv = CsvReader.builder().ofNamedCsvRecord(list.in(sample))) {
                rows.put(
                        list,
                        csv.stream()
                                .filter(row -> !bad.contains((int) row.getStartingLineNumber()))
                                .toList());
            }
        }
    }

    /** Everything decided so far, each once. */
    List<String> transitions() {
        return transitions;
    }

    Object answer(String account, String method, String path, Map<String, String> query, JsonNode body) {
        if (method.equals("POST")) {
            transitions.add(account + " " + path + query.getOrDefault("list", ""));
        }
        var parts = path.substring("/v1/".length()).split("/", -1);
        return switch (parts[0]) {
            case "imports" -> imports(query, parts);
            case "institutions" ->
                items(list(ImportList.INSTITUTIONS).stream()
                        .map(row ->
                                Map.of("id", "i" + row.getField("code"), "code", row.getField("code"), "name", "机构"))
                        .toList());
            case "members" ->
                parts.length == 3
                        ? registry.answer(method, parts, body)
                        : parts.length == 2 ? member(parts[1].substring(1)) : items(members(query));
            case "licences" -> licences(parts, query, body);
            case "directories" -> directory(parts[1]);
            case "practice-applications" -> application(method, parts, body);
            case "practice-agreements" ->
                items(select(agreements.values(), a -> a.get("memberId").equals(query.get("member"))));
            case "duty-demands" -> demand(body);
            case "roster-plans" -> plan(method, parts);
            case "duties" -> items(select(duties, duty -> matches(duty, query)));
            case "service-records" -> service(method, parts, query, body);
            default -> PretendedRegistry.keeps(parts) ? registry.answer(method, parts, body) : pay(method, parts, body);
        };
    }

    private Object imports(Map<String, String> query, String[] parts) {
        var list = query.getOrDefault("list", parts.length > 1 ? parts[1] : "");
        var done = expected.get(list);
        if (parts.length == 3) {
            return items(done.mistakes().stream()
                    .map(mistake -> Map.of("line", mistake.line(), "errors", List.of(Map.of("code", mistake.code()))))
                    .toList());
        }
        return Map.of(
                "id",
                list,
                "status",
                parts.length == 1 ? "queued" : "finished",
                "total",
                done.rows(),
                "accepted",
                done.rows() - done.rejected(),
                "rejected",
                done.rejected());
    }

    private Object directory(String service) {
        if (service.equals("incentive")) {
            return Map.of("confirmedServiceRecords", count("confirmed"));
        }
        var counts = new LinkedHashMap<String, Object>();
        rows.forEach((list, known) -> counts.put(list.code(), known.size()));
        return counts;
    }

    private List<Map<String, Object>> members(Map<String, String> query) {
        return list(ImportList.MEMBERS).stream()
                .map(row -> row.getField("staff_no"))
                .filter(number -> number.equals(query.getOrDefault("staffNo", number)))
                .filter(number -> siteOf(number).equals(query.getOrDefault("institution", siteOf(number))))
                .map(this::member)
                .toList();
    }

    private Map<String, Object> member(String staffNo) {
        return Map.of("id", "m" + staffNo, "staffNo", staffNo, "name", "某某");
    }

    private Object licences(String[] parts, Map<String, String> query, JsonNode body) {
        if (parts.length == 1) {
            return items(
                    List.of(Map.of("id", "l" + query.getOrDefault("member", "").substring(1), "status", "active")));
        }
        var member = "m" + parts[1].substring(1);
        agreements.values().stream()
                .filter(agreement -> agreement.get("memberId").equals(member))
                .forEach(agreement -> agreement.put("status", "suspended"));
        for (var duty : duties) {
            if (member.equals(duty.get("memberId"))
                    && text(duty, "date").compareTo(body.get("from").asString()) >= 0) {
                duty.put("memberId", null);
                duty.put("status", "open");
                duty.put("reason", Map.of("code", "licence-suspended"));
            }
        }
        return Map.of("id", parts[1], "status", "suspended");
    }

    private Object application(String method, String[] parts, JsonNode body) {
        if (parts.length == 1) {
            var staffNo = body.get("staffNo").asString();
            boolean expired =
                    row(ImportList.LICENCES, staffNo).getField("valid_to").compareTo("2026-10-01") < 0;
            var application = new LinkedHashMap<String, Object>(Map.of(
                    "id",
                    "a" + staffNo,
                    "host",
                    body.get("hostInstitutionId").asString(),
                    "state",
                    expired ? "refused" : "submitted",
                    "reasons",
                    expired ? List.of(Map.of("code", "licence-expired")) : List.of()));
            applications.put("a" + staffNo, application);
            return application;
        }
        var application = applications.get(parts[1]);
        if (method.equals("POST")) {
            var state =
                    switch (parts[2]) {
                        case "consents" -> "consented";
                        case "acceptances" -> "accepted";
                        case "filings" -> "filed";
                        default -> "refused";
                    };
            application.put("state", state);
            if (state.equals("filed")) {
                var member = "m" + parts[1].substring(1);
                agreements.put(
                        parts[1],
                        new LinkedHashMap<>(Map.of(
                                "memberId", member, "institutionId", application.get("host"), "status", "active")));
            }
        }
        return application;
    }

    private Object demand(JsonNode body) {
        demands.put(body.get("institutionId").asString(), body);
        return Map.of("id", "d" + demands.size());
    }

    private Object plan(String method, String[] parts) {
        if (parts.length == 3 && parts[2].equals("unmet-demand")) {
            return items(unmet);
        }
        if (method.equals("POST") && parts.length == 1) {
            demands.forEach((institution, demand) -> demand.get("shifts").forEach(shift -> staff(institution, shift)));
        }
        boolean published =
                transitions.stream().anyMatch(done -> done.endsWith("/publications") && done.contains("roster"));
        return Map.of("id", "p1", "status", published ? "published" : "draft", "cost", 12, "bound", "10.5");
    }

    /** Gives every shift its minimum of people, one after the other, to whom the specialty and the site fit. */
    private void staff(String institution, JsonNode shift) {
        var candidates = list(ImportList.MEMBERS).stream()
                .filter(row ->
                        row.getField("category").equals(shift.get("category").asString()))
                .filter(row -> !shift.hasNonNull("specialty")
                        || row.getField("specialty")
                                .equals(shift.get("specialty").asString()))
                .map(row -> row.getField("staff_no"))
                .filter(number -> institution.equals("i" + siteOf(number)) || agreed(number, institution))
                .toList();
        int turn = 0;
        for (var day : MONTH.atDay(1).datesUntil(MONTH.plusMonths(1).atDay(1)).toList()) {
            boolean wanted = shift.get("weekdays")
                    .toString()
                    .contains(day.getDayOfWeek().name().substring(0, 3));
            for (int i = 0; wanted && i < shift.get("minimum").asInt(); i++) {
                if (candidates.isEmpty()) {
                    unmet.add(Map.of("missing", 1));
                } else {
                    duties.add(duty(institution, shift, day, candidates.get(turn++ % candidates.size())));
                }
            }
        }
    }

    private Map<String, Object> duty(String institution, JsonNode shift, LocalDate day, String staffNo) {
        var start = OffsetDateTime.parse(day + "T" + shift.get("start").asString() + ":00+08:00");
        var duty = new LinkedHashMap<String, Object>();
        duty.put("id", "u" + duties.size());
        duty.put("institutionId", institution);
        duty.put("memberId", "m" + staffNo);
        duty.put("date", day.toString());
        duty.put("shift", shift.get("code").asString());
        duty.put("startsAt", start.toInstant().toString());
        duty.put(
                "endsAt",
                start.plusMinutes(shift.get("minutes").asInt()).toInstant().toString());
        duty.put("status", "assigned");
        return duty;
    }

    private static final Set<String> UNKEPT = Set.of("bad-unknown-staff", "bad-25-hours");

    private Object service(String method, String[] parts, Map<String, String> query, JsonNode body) {
        if (method.equals("GET")) {
            return items(
                    select(records.values(), entry -> entry.get("institutionId").equals(query.get("institution"))));
        }
        if (parts.length == 2) {
            body.get("items")
                    .forEach(item -> records.get(item.get("id").asString()).put("status", "confirmed"));
            return Map.of("items", List.of());
        }
        var results = new ArrayList<Map<String, Object>>();
        for (var item : body.get("items")) {
            var source = item.get("sourceId").asString();
            if (UNKEPT.contains(source)) {
                results.add(Map.of("sourceId", source, "status", "rejected", "error", Map.of("code", source)));
            } else {
                var institution = item.hasNonNull("institutionId")
                        ? item.get("institutionId").asString()
                        : "i" + item.get("institutionCode").asString();
                records.putIfAbsent(
                        source,
                        new LinkedHashMap<>(Map.of(
                                "id",
                                source,
                                "institutionId",
                                institution,
                                "status",
                                "recorded",
                                "flagged",
                                source.startsWith("bad-"),
                                "flags",
                                List.of(Map.of("code", "unlawful-practice", "blocking", true)))));
                results.add(Map.of("sourceId", source, "status", "created"));
            }
        }
        return Map.of("items", results);
    }

    private Object pay(String method, String[] parts, JsonNode body) {
        var last = parts[parts.length - 1];
        if (method.equals("POST") && last.equals("pay-pools")) {
            pool = body.get("amountFen").asLong();
        }
        runStatus = switch (last) {
            case "calculations" -> "calculated";
            case "reviews" -> "reviewed";
            case "notices" -> "noticed";
            case "finalisations" -> "final";
            case "payments" -> "paid";
            default -> runStatus;
        };
        var statement =
                Map.of("id", "s1", "runId", "pay-runs", "staffNo", "S00001", "amountFen", pool - 1, "lines", List.of());
        return switch (last) {
            case "statements" -> items(List.of(statement, Map.of("id", "s2", "amountFen", 1)));
            case "pay-statements" -> items(List.of(statement));
            case "s1" -> statement;
            case "trial-balance" ->
                items(List.of(Map.of("debitFen", pool, "creditFen", 0), Map.of("debitFen", 0, "creditFen", pool)));
            default ->
                Map.of(
                        "id",
                        last,
                        "status",
                        parts[0].equals("evaluations") ? "open" : runStatus,
                        "poolFen",
                        pool,
                        "scores",
                        List.of(Map.of("institutionId", "iT01", "score", "0.95")));
        };
    }

    private boolean agreed(String staffNo, String institution) {
        return agreements.values().stream()
                .anyMatch(agreement -> agreement.get("memberId").equals("m" + staffNo)
                        && agreement.get("institutionId").equals(institution));
    }

    private boolean matches(Map<String, Object> duty, Map<String, String> query) {
        return query.getOrDefault("institution", text(duty, "institutionId")).equals(text(duty, "institutionId"))
                && query.getOrDefault("member", text(duty, "memberId")).equals(text(duty, "memberId"))
                && query.getOrDefault("status", text(duty, "status")).equals(text(duty, "status"))
                && text(duty, "date").compareTo(query.getOrDefault("from", "")) >= 0;
    }

    private String siteOf(String staffNo) {
        return row(ImportList.APPOINTMENTS, staffNo).getField("institution_code");
    }

    private final Map<String, NamedCsvRecord> firstRows = new LinkedHashMap<>();

    private NamedCsvRecord row(ImportList list, String staffNo) {
        if (firstRows.isEmpty()) {
            for (var each : List.of(ImportList.APPOINTMENTS, ImportList.LICENCES)) {
                list(each).forEach(row -> firstRows.putIfAbsent(each + row.getField("staff_no"), row));
            }
        }
        return firstRows.get(list + staffNo);
    }

    private List<NamedCsvRecord> list(ImportList list) {
        return rows.getOrDefault(list, List.of());
    }

    private long count(String status) {
        return records.values().stream()
                .filter(entry -> entry.get("status").equals(status))
                .count();
    }

    private static String text(Map<String, Object> entry, String name) {
        return String.valueOf(entry.get(name));
    }

    private static List<Map<String, Object>> select(
            Iterable<Map<String, Object>> entries, Predicate<Map<String, Object>> wanted) {
        var selected = new ArrayList<Map<String, Object>>();
        for (var entry : entries) {
            if (wanted.test(entry)) {
                selected.add(entry);
            }
        }
        return selected;
    }

    private static Object items(List<?> items) {
        var page = new LinkedHashMap<String, Object>();
        page.put("items", items);
        page.put("next", null);
        return page;
    }
}
