package org.yilianti.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The evaluation and the pay run of a month of the quarter. */
record QuarterPay(QuarterMonth month) {

    private static final List<String> ORDER = List.of("draft", "calculated", "reviewed", "noticed", "final", "paid");
    private static final String RUNS = "/v1/pay-runs/";

    /** Evaluates the month and brings its run to the payment; gives the run's id. */
    String pay(long poolFen, String doctorsQuality) {
        var payroll = stage().as("payroll");
        var name = "季度绩效 " + month.month();
        var pool = payroll.post(
                        "/v1/pay-pools",
                        key("pool"),
                        Map.of(
                                "month",
                                month.month().toString(),
                                "name",
                                name,
                                "source",
                                stage().script().pay().source(),
                                "amountFen",
                                poolFen))
                .id();
        stage().as("reviewer").post("/v1/pay-pools/" + pool + "/confirmations", key("pool-confirmation"));
        var run = payroll.post(
                        "/v1/pay-runs",
                        key("run"),
                        Map.of(
                                "month", month.month().toString(),
                                "evaluationId", evaluated(name, doctorsQuality),
                                "poolId", pool))
                .id();
        advance(run, "payroll", "calculations", "calculated", Map.of());
        advance(run, "reviewer", "reviews", "reviewed", Map.of("approved", true, "note", "复核无误 (checked)"));
        advance(run, "payroll", "notices", "noticed", Map.of());
        advance(run, "reviewer", "finalisations", "final", Map.of());
        advance(run, "payroll", "payments", "paid", Map.of());
        return run;
    }

    QuarterSummary.PaidMonth paid(String run) {
        var statements = statements(run);
        return new QuarterSummary.PaidMonth(
                month.month().toString(),
                stage().as("payroll").get(RUNS + run).number("poolFen"),
                statements.stream()
                        .mapToLong(one -> one.path("amountFen").asLong(0))
                        .sum(),
                statements.size());
    }

    /** The id of a person's statement. */
    String statement(String run, String staffNo) {
        return statements(run).stream()
                .filter(one -> one.path("staffNo").asString("").equals(staffNo))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(staffNo + " has no statement of " + month.month()))
                .get("id")
                .asString();
    }

    /** What a statement settles of earlier months. */
    long corrected(String run, String staffNo) {
        long sum = 0;
        var statement = stage().as("payroll").get("/v1/pay-statements/" + statement(run, staffNo));
        for (var line : statement.body().path("lines")) {
            for (var correction : line.path("corrections")) {
                sum += correction.path("amountFen").asLong(0);
            }
        }
        return sum;
    }

    private List<JsonNode> statements(String run) {
        return stage().as("payroll").list(RUNS + run + "/statements?limit=200");
    }

    private String evaluated(String name, String doctorsQuality) {
        var evaluator = stage().as("evaluator");
        var pay = stage().script().pay();
        var scheme = evaluator
                .post("/v1/indicator-schemes", key("scheme"), Map.of("name", name, "indicators", pay.indicators()))
                .id();
        stage().as("evaluator-2").post("/v1/indicator-schemes/" + scheme + "/publications", key("publish-scheme"));
        var places = List.of(id(QuarterMonth.TOWN), id(QuarterMonth.HOME));
        var path = "/v1/evaluations/"
                + evaluator
                        .post(
                                "/v1/evaluations",
                                key("evaluation"),
                                Map.of(
                                        "schemeId",
                                        scheme,
                                        "month",
                                        month.month().toString(),
                                        "institutionIds",
                                        places))
                        .id();
        if (!evaluator.get(path).text("status").equals("closed")) {
            evaluator.put(path, path + "/measures", Map.of("items", measures()));
            var quality = Map.of("staffNo", QuarterMonth.DOCTOR, "quality", doctorsQuality);
            evaluator.put(path, path + "/quality", Map.of("items", List.of(quality)));
        }
        evaluator.post(path + "/closings", key("close"));
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** What the script says of its first institution holds for the town, what it says of the second for the hospital. */
    private List<Map<String, String>> measures() {
        var pay = stage().script().pay();
        var first = pay.institutions().getFirst();
        var measures = new ArrayList<Map<String, String>>();
        pay.measures()
                .forEach(one -> measures.add(Map.of(
                        "institutionId",
                        id(one.institution().equals(first) ? QuarterMonth.TOWN : QuarterMonth.HOME),
                        "indicator",
                        one.indicator(),
                        "value",
                        one.value())));
        return measures;
    }

    private void advance(String run, String account, String transition, String status, Map<String, Object> body) {
        stage().as(account).post(RUNS + run + "/" + transition, key(transition), body);
        stage().patience()
                .until(
                        "the run of %s to be %s".formatted(month.month(), status),
                        () -> stage().as("payroll").get(RUNS + run).text("status"),
                        seen -> ORDER.indexOf(seen) >= ORDER.indexOf(status));
    }

    private String id(String institution) {
        return stage().registry().institutionId(institution);
    }

    private Stage stage() {
        return month.stage();
    }

    private String key(String action) {
        return month.keys().of("quarter", action);
    }
}
