package org.yilianti.sample;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Step 6: two institutions are evaluated, a pool is split by the result, and every share explains itself and is paid. */
record PayStep(Stage stage) {

    MonthSummary.Pay run() {
        var evaluation = new Evaluation(stage).close();
        var run = pay(evaluation);
        var statements = stage.as("payroll").list("/v1/pay-runs/" + run + "/statements?limit=200");
        long paid = statements.stream()
                .mapToLong(statement -> statement.path("amountFen").asLong(0))
                .sum();
        var pay = new MonthSummary.Pay(
                scores(evaluation),
                stage.as("payroll").get("/v1/pay-runs/" + run).number("poolFen"),
                paid,
                statements.size(),
                ledgerBalance(),
                explained(run));
        stage.say("scores %s; %s paid of %s in %d statements; ledger balance %s"
                .formatted(
                        pay.scores(),
                        Statement.yuan(pay.paidFen()),
                        Statement.yuan(pay.poolFen()),
                        pay.statements(),
                        Statement.yuan(pay.ledgerBalanceFen())));
        return pay;
    }

    /** From the pool to the paid run; a second person confirms the one and reviews the other. */
    private String pay(String evaluation) {
        var script = stage.script();
        var payroll = stage.as("payroll");
        var pool = payroll.post(
                        "/v1/pay-pools",
                        key("pool"),
                        Map.of(
                                "month", script.month(),
                                "name", script.pay().pool(),
                                "source", script.pay().source(),
                                "amountFen", script.pay().amountFen()))
                .id();
        stage.as("reviewer").post("/v1/pay-pools/" + pool + "/confirmations", key("pool-confirmation"));
        var run = payroll.post(
                        "/v1/pay-runs",
                        key("run"),
                        Map.of("month", script.month(), "evaluationId", evaluation, "poolId", pool))
                .id();
        advance(run, "payroll", "calculations", "calculated", Map.of());
        advance(run, "reviewer", "reviews", "reviewed", Map.of("approved", true, "note", "复核无误 (checked)"));
        advance(run, "payroll", "notices", "noticed", Map.of());
        advance(run, "reviewer", "finalisations", "final", Map.of());
        advance(run, "payroll", "payments", "paid", Map.of());
        return run;
    }

    private void advance(String run, String account, String transition, String status, Map<String, Object> body) {
        var order = List.of("draft", "calculated", "reviewed", "noticed", "final", "paid");
        var path = "/v1/pay-runs/" + run;
        stage.as(account).post(path + "/" + transition, key(transition), body);
        stage.patience()
                .until(
                        "the pay run to be " + status,
                        () -> stage.as("payroll").get(path).text("status"),
                        seen -> order.indexOf(seen) >= order.indexOf(status));
    }

    private Map<String, String> scores(String evaluation) {
        var scores = new LinkedHashMap<String, String>();
        for (var score : stage.as("evaluator")
                .get("/v1/evaluations/" + evaluation)
                .body()
                .path("scores")) {
            scores.put(
                    stage.registry().institutionCode(score.path("institutionId").asString("")),
                    score.path("score").asString(""));
        }
        return scores;
    }

    private long ledgerBalance() {
        long balance = 0;
        for (JsonNode account :
                stage.as("auditor").get("/v1/ledger/trial-balance").body().path("items")) {
            balance += account.path("debitFen").asLong(0)
                    - account.path("creditFen").asLong(0);
        }
        return balance;
    }

    /** The statement that the sample doctor sees of themselves. */
    private String explained(String run) {
        var doctor = stage.as("doctor");
        return doctor.list("/v1/my/pay-statements").stream()
                .filter(statement -> statement.path("runId").asString(run).equals(run))
                .findFirst()
                .map(statement -> doctor.get(
                                "/v1/pay-statements/" + statement.get("id").asString())
                        .body())
                .map(Statement::explain)
                .orElse("the doctor has no statement in this run");
    }

    private String key(String action) {
        return stage.keys().of("pay", action);
    }
}
