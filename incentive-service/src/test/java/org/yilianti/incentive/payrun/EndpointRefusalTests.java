package org.yilianti.incentive.payrun;

import static org.yilianti.platform.test.EveryEndpointKeepsToInstitutions.Example.list;
import static org.yilianti.platform.test.EveryEndpointKeepsToInstitutions.Example.refused;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yilianti.incentive.campaign.CampaignExamples;
import org.yilianti.incentive.campaign.CampaignYear;
import org.yilianti.incentive.directory.Institutions;
import org.yilianti.incentive.directory.Members;
import org.yilianti.incentive.directory.ServiceRecords;
import org.yilianti.incentive.verification.ClaimedMonth;
import org.yilianti.platform.test.EveryEndpointKeepsToInstitutions;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi;

/** All endpoints of the service, with a paid-for month behind them. */
@ServiceTest
class EndpointRefusalTests implements EveryEndpointKeepsToInstitutions {

    private static final String SCHEME_SHEET =
            "kind,code,name,weight,scoring,target\nscheme,,endpoints,,,\nindicator,a,a,1,ratio,1\n";

    @Autowired
    ApplicationContext context;

    @Autowired
    Institutions institutions;

    @Autowired
    Members members;

    @Autowired
    ServiceRecords records;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    @Override
    public ApplicationContext context() {
        return context;
    }

    @Override
    public int port() {
        return port;
    }

    /** An institution with a doctor whose month is evaluated, calculated and final. */
    @Override
    public List<Example> examples() {
        PayMonth month = new PayMonth(port, institutions, members, records);
        UUID here = month.institution("H", 10_000);
        month.service(month.member("D", "senior"), here, "duty", 480, false);
        UUID evaluation = month.evaluated(Map.of(here, "0.9"), Map.of());
        UUID pool = month.pool(100_000);
        UUID run = month.run(evaluation, pool);
        month.bringToFinal(run);
        month.decide(month.officer(), run, "payments");
        UUID late = month.service(month.member("E", "junior"), here, "duty", 60, false);
        month.arrive();
        List<Example> examples = new ArrayList<>();
        examples.addAll(evaluations(month, here, evaluation));
        examples.addAll(schemes(month.evaluator()));
        examples.addAll(money(month, pool, run, late.toString()));
        examples.addAll(steps(evaluation, pool, run));
        examples.addAll(proposedPool(month));
        examples.addAll(simulations(month, run));
        examples.addAll(payFiles(month, run));
        examples.addAll(paySchemes(month.officer()));
        examples.addAll(appropriations(month, here, evaluation));
        examples.addAll(poolFundings(month, here));
        examples.addAll(appeals(month, run, here));
        examples.addAll(rewards(month, here));
        CampaignYear year = new CampaignYear(port, institutions, members, association());
        examples.addAll(new CampaignExamples(year, evaluation).all());
        examples.addAll(new ClaimedMonth(year, records, year.member("S", year.one)).examples(evaluation));
        return examples;
    }

    private static List<Example> evaluations(PayMonth month, UUID here, UUID evaluation) {
        String address = "/v1/evaluations/" + evaluation;
        Map<String, Object> measures =
                Map.of("items", List.of(Map.of("institutionId", here, "indicator", "records", "value", "0.5")));
        Map<String, Object> quality = Map.of("items", List.of(Map.of("staffNo", month.staffNo("D"), "quality", "1.0")));
        String scheme = month.evaluator().get(address).json().path("schemeId").asString();
        Map<String, Object> opening = Map.of("schemeId", scheme, "month", "2026-09", "institutionIds", List.of(here));
        return List.of(
                list("GET /v1/evaluations", "/v1/evaluations?limit=200", evaluation.toString()),
                refused("POST /v1/evaluations", "/v1/evaluations", opening),
                refused("GET /v1/evaluations/{id}", address, null),
                refused("POST /v1/evaluations/{id}/closings", address + "/closings", Map.of()),
                refused("PUT /v1/evaluations/{id}/measures", address + "/measures", measures),
                refused("GET /v1/evaluations/{id}/measures/sheet", address + "/measures/sheet", null),
                refused(
                        "PUT /v1/evaluations/{id}/measures/sheet",
                        address + "/measures/sheet",
                        "institutionCode,indicator,value\nX,records,0.5\n"),
                refused("PUT /v1/evaluations/{id}/quality/sheet", address + "/quality/sheet", "staffNo,quality\nX,1\n"),
                refused(
                        "PUT /v1/evaluations/{id}/service-counts",
                        address + "/service-counts",
                        Map.of("indicator", "records")),
                refused("PUT /v1/evaluations/{id}/quality", address + "/quality", quality));
    }

    private static List<Example> schemes(TestApi evaluator) {
        Map<String, Object> indicator =
                Map.of("code", "a", "name", "a", "weight", "1", "target", "1", "scoring", "ratio");
        Map<String, Object> scheme = Map.of("name", "endpoints", "indicators", List.of(indicator));
        String address = "/v1/indicator-schemes/"
                + evaluator.post("/v1/indicator-schemes", scheme).id();
        return List.of(
                refused("POST /v1/indicator-schemes", "/v1/indicator-schemes", scheme),
                refused(
                        "PUT /v1/indicator-schemes/{id}/indicators",
                        address + "/indicators",
                        Map.of("indicators", List.of(indicator))),
                refused("POST /v1/indicator-schemes/sheets", "/v1/indicator-schemes/sheets", SCHEME_SHEET),
                refused("PUT /v1/indicator-schemes/{id}/sheet", address + "/sheet", SCHEME_SHEET),
                refused("POST /v1/indicator-schemes/{id}/publications", address + "/publications", Map.of()));
    }

    private static List<Example> money(PayMonth month, UUID pool, UUID run, String late) {
        String runs = "/v1/pay-runs/" + run;
        String statement = first(month.auditor(), runs + "/statements");
        String entry = first(month.auditor(), "/v1/ledger/entries?run=" + run);
        String person = month.staffNo("D");
        return List.of(
                list("GET /v1/pay-pools", "/v1/pay-pools?limit=200", pool.toString()),
                refused("GET /v1/pay-pools/{id}", "/v1/pay-pools/" + pool, null),
                list("GET /v1/pay-runs", "/v1/pay-runs?limit=200", run.toString()),
                refused("GET /v1/pay-runs/{id}", runs, null),
                refused("GET /v1/pay-runs/{id}/fairness", runs + "/fairness", null),
                refused("GET /v1/pay-runs/{id}/recomputation", runs + "/recomputation", null),
                list("GET /v1/pay-runs/{id}/statements", runs + "/statements", statement),
                list("GET /v1/pay-runs/{id}/late-facts", runs + "/late-facts", late),
                refused("GET /v1/pay-statements/{id}", "/v1/pay-statements/" + statement, null)
                        .of(person),
                refused("GET /v1/pay-statements/{id}/document", "/v1/pay-statements/" + statement + "/document", null)
                        .of(person),
                list("GET /v1/my/pay-statements", "/v1/my/pay-statements", statement)
                        .of(person),
                list("GET /v1/ledger/entries", "/v1/ledger/entries?run=" + run, entry),
                refused("GET /v1/ledger/entries/{id}/lines", "/v1/ledger/entries/" + entry + "/lines", null),
                list("GET /v1/ledger/periods", "/v1/ledger/periods?limit=200", "2026-10"),
                refused(
                        "GET /v1/ledger/periods/{month}/trial-balance",
                        "/v1/ledger/periods/2026-10/trial-balance",
                        null),
                list(
                        "GET /v1/ledger/periods/{month}/balances",
                        "/v1/ledger/periods/2026-10/balances?kind=pool&limit=200",
                        "pool:"),
                refused(
                        "POST /v1/ledger/periods/{month}/closing-requests",
                        "/v1/ledger/periods/2999-01/closing-requests",
                        Map.of()),
                refused("POST /v1/ledger/periods/{month}/closings", "/v1/ledger/periods/2999-01/closings", Map.of()),
                refused("GET /v1/pay-fairness", "/v1/pay-fairness?month=2026-10", null),
                refused("GET /v1/ledger/trial-balance", "/v1/ledger/trial-balance", null));
    }

    private static List<Example> appeals(PayMonth month, UUID run, UUID here) {
        String person = month.staffNo("D");
        String statement = "/v1/pay-statements/" + first(month.auditor(), "/v1/pay-runs/" + run + "/statements");
        Map<String, Object> objection =
                Map.of("institutionCode", month.code(here), "text", "t", "evidence", "e", "indicator", "records");
        UUID appeal =
                month.staff(person).post(statement + "/appeals", objection).id();
        String address = "/v1/pay-appeals/" + appeal;
        return List.of(
                refused("POST /v1/pay-statements/{id}/appeals", statement + "/appeals", objection)
                        .of(person),
                list("GET /v1/my/pay-appeals", "/v1/my/pay-appeals", appeal.toString())
                        .of(person),
                list("GET /v1/pay-appeals", "/v1/pay-appeals?limit=200", appeal.toString()),
                refused("GET /v1/pay-appeals/{id}", address, null),
                refused(
                        "POST /v1/pay-appeals/{id}/decisions",
                        address + "/decisions",
                        Map.of("upheld", false, "reason", "r")),
                refused("POST /v1/pay-appeals/{id}/withdrawals", address + "/withdrawals", Map.of())
                        .of(person));
    }

    private List<Example> rewards(PayMonth month, UUID here) {
        String person = month.staffNo("D");
        RewardDesk desk = new RewardDesk(month, port, jdbc);
        UUID reward = desk.effective(here, "D", "commendation", null);
        String address = RewardDesk.PATH + "/" + reward;
        Map<String, Object> decision = Map.of("approved", true, "reason", "r");
        return List.of(
                refused("POST /v1/rewards", RewardDesk.PATH, desk.order(here, "D", "warning", null)),
                list("GET /v1/rewards", RewardDesk.PATH + "?limit=200", reward.toString()),
                refused("GET /v1/rewards/{id}", address, null).of(person),
                refused("GET /v1/rewards/{id}/settlements", address + "/settlements", null),
                list("GET /v1/my/rewards", "/v1/my/rewards", reward.toString()).of(person),
                refused("POST /v1/rewards/{id}/withdrawals", address + "/withdrawals", Map.of()),
                refused("POST /v1/rewards/{id}/decisions", address + "/decisions", decision),
                refused("POST /v1/rewards/{id}/effects", address + "/effects", Map.of()),
                refused(
                                "POST /v1/rewards/{id}/objections",
                                address + "/objections",
                                Map.of("text", "t", "evidence", "e"))
                        .of(person),
                refused(
                        "POST /v1/rewards/{id}/objection-decisions",
                        address + "/objection-decisions",
                        Map.of("upheld", true, "reason", "r")),
                refused(
                        "POST /v1/rewards/{id}/revocation-proposals",
                        address + "/revocation-proposals",
                        Map.of("reason", "r")),
                refused("POST /v1/rewards/{id}/revocations", address + "/revocations", decision));
    }

    private static List<Example> appropriations(PayMonth month, UUID here, UUID evaluation) {
        Map<String, Object> order = Map.of(
                "name",
                "n",
                "source",
                "s",
                "month",
                "2026-10",
                "amountFen",
                900,
                "purposes",
                List.of(Map.of("code", "p", "name", "P")));
        UUID appropriation = month.officer().post("/v1/appropriations", order).id();
        String address = "/v1/appropriations/" + appropriation;
        month.reviewer().post(address + "/receipts", Map.of());
        Map<String, Object> allotting = Map.of(
                "formula", "population-score", "evaluationId", evaluation, "amountFen", 300, "advancePercent", 50);
        UUID allotment =
                month.officer().post(address + "/allotments", allotting).id();
        String allotted = "/v1/allotments/" + allotment;
        month.reviewer().post(allotted + "/approvals", Map.of());
        String code = month.code(here);
        Map<String, Object> use = Map.of(
                "institutionCode", code, "purpose", "p", "amountFen", 1, "usedOn", "2026-10-01", "reference", "r");
        UUID used = month.officer().post(address + "/uses", use).id();
        return List.of(
                refused("POST /v1/appropriations", "/v1/appropriations", order),
                list("GET /v1/appropriations", "/v1/appropriations?limit=200", appropriation.toString()),
                refused("GET /v1/appropriations/{id}", address, null),
                refused("POST /v1/appropriations/{id}/receipts", address + "/receipts", Map.of()),
                list("GET /v1/appropriations/{id}/supervision", address + "/supervision", code),
                refused("POST /v1/appropriations/{id}/allotments", address + "/allotments", allotting),
                list("GET /v1/appropriations/{id}/allotments", address + "/allotments", allotment.toString()),
                refused("POST /v1/appropriations/{id}/uses", address + "/uses", use),
                list("GET /v1/appropriations/{id}/uses", address + "/uses", used.toString()),
                refused("POST /v1/fund-uses/{id}/reversals", "/v1/fund-uses/" + used + "/reversals", Map.of()),
                refused("GET /v1/allotments/{id}", allotted, null),
                refused("POST /v1/allotments/{id}/approvals", allotted + "/approvals", Map.of()),
                refused("POST /v1/allotments/{id}/rejections", allotted + "/rejections", Map.of("reason", "r")),
                refused(
                        "POST /v1/allotments/{id}/settlement-proposals",
                        allotted + "/settlement-proposals",
                        Map.of("evaluationId", evaluation)),
                refused("POST /v1/allotments/{id}/settlements", allotted + "/settlements", Map.of()));
    }

    private static List<Example> poolFundings(PayMonth month, UUID here) {
        String appropriation = month.auditor()
                .get("/v1/appropriations?limit=200")
                .json()
                .path("items")
                .valueStream()
                .filter(one ->
                        one.path("purposes").path(0).path("code").asString().equals("p"))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
        Map<String, Object> part = Map.of(
                "appropriationId", appropriation, "institutionCode", month.code(here), "purpose", "p", "amountFen", 1);
        String path = "/v1/pool-fundings";
        Map<String, Object> order = Map.of("month", "2026-10", "name", "n", "parts", List.of(part));
        UUID funding = month.officer().post(path, order).id();
        String address = path + "/" + funding;
        return List.of(
                refused("POST /v1/pool-fundings", path, order),
                list("GET /v1/pool-fundings", path + "?limit=200", funding.toString()),
                refused("GET /v1/pool-fundings/{id}", address, null),
                refused("POST /v1/pool-fundings/{id}/approvals", address + "/approvals", Map.of()),
                refused("POST /v1/pool-fundings/{id}/rejections", address + "/rejections", Map.of("reason", "r")));
    }

    /** A draft valid from so late a month that it concerns no run. */
    private static List<Example> paySchemes(TestApi officer) {
        Map<String, Object> scheme = PaySchemeDocuments.scheme("endpoints", "2199-12");
        String address =
                "/v1/pay-schemes/" + officer.post("/v1/pay-schemes", scheme).id();
        return List.of(
                refused("POST /v1/pay-schemes", "/v1/pay-schemes", scheme),
                refused("PUT /v1/pay-schemes/{id}", address, scheme),
                refused("POST /v1/pay-schemes/{id}/publications", address + "/publications", Map.of()),
                refused("DELETE /v1/pay-schemes/{id}", address, null));
    }

    private static List<Example> payFiles(PayMonth month, UUID run) {
        String account = "/v1/payee-accounts/" + month.staffNo("D");
        Map<String, Object> details =
                Map.of("holder", "h", "bank", "b", "bankCode", "1", "account", "6222020000000001");
        month.officer().put(account, details, "\"0\"");
        String ofRun = "/v1/pay-runs/" + run + "/pay-files";
        UUID file = month.officer().post(ofRun, Map.of()).id();
        String address = "/v1/pay-files/" + file;
        Map<String, Object> back = Map.of("items", List.of(Map.of("line", 1, "reason", "r")));
        return List.of(
                refused("PUT /v1/payee-accounts/{staffNo}", account, details),
                list("GET /v1/payee-accounts", "/v1/payee-accounts?limit=200", month.staffNo("D")),
                refused("GET /v1/payee-accounts/{staffNo}", account, null),
                refused("POST /v1/pay-runs/{id}/pay-files", ofRun, Map.of()),
                list("GET /v1/pay-files", "/v1/pay-files?run=" + run, file.toString()),
                refused("GET /v1/pay-files/{id}", address, null),
                list("GET /v1/pay-files/{id}/lines", address + "/lines", month.staffNo("D")),
                refused("GET /v1/pay-files/{id}/content", address + "/content", null),
                refused("POST /v1/pay-files/{id}/releases", address + "/releases", Map.of()),
                refused("POST /v1/pay-files/{id}/returns", address + "/returns", back),
                refused("POST /v1/pay-files/{id}/return-files", address + "/return-files", "line,reason\n1,r\n"),
                refused("POST /v1/pay-files/{id}/discards", address + "/discards", Map.of()));
    }

    private static List<Example> proposedPool(PayMonth month) {
        String address = "/v1/pay-pools/" + month.proposedPool(1, "performance");
        return List.of(
                refused("POST /v1/pay-pools/{id}/confirmations", address + "/confirmations", Map.of()),
                refused("POST /v1/pay-pools/{id}/rejections", address + "/rejections", Map.of("reason", "r")));
    }

    private static List<Example> simulations(PayMonth month, UUID run) {
        String runs = "/v1/pay-runs/" + run + "/simulations";
        Map<String, Object> rules = Map.of("name", "n", "nightFactor", "2");
        UUID simulation = month.officer().post(runs, rules).id();
        String address = "/v1/pay-simulations/" + simulation;
        return List.of(
                refused("POST /v1/pay-runs/{id}/simulations", runs, rules),
                list("GET /v1/pay-runs/{id}/simulations", runs, simulation.toString()),
                refused("GET /v1/pay-simulations/{id}", address, null),
                list("GET /v1/pay-simulations/{id}/differences", address + "/differences", month.staffNo("D")));
    }

    private static String first(TestApi caller, String path) {
        return caller.get(path).json().path("items").path(0).path("id").asString();
    }

    private static List<Example> steps(UUID evaluation, UUID pool, UUID run) {
        String runs = "/v1/pay-runs/" + run;
        Map<String, Object> money = Map.of("month", "2026-10", "name", "n", "source", "s", "amountFen", 1);
        Map<String, Object> draft = Map.of("month", "2026-10", "evaluationId", evaluation, "poolId", pool);
        return List.of(
                refused("POST /v1/pay-pools", "/v1/pay-pools", money),
                refused("POST /v1/pay-runs", "/v1/pay-runs", draft),
                refused("POST /v1/pay-runs/{id}/calculations", runs + "/calculations", Map.of()),
                refused("POST /v1/pay-runs/{id}/reviews", runs + "/reviews", Map.of("approved", true)),
                refused("POST /v1/pay-runs/{id}/notices", runs + "/notices", Map.of()),
                refused("POST /v1/pay-runs/{id}/finalisations", runs + "/finalisations", Map.of()),
                refused("POST /v1/pay-runs/{id}/cancellations", runs + "/cancellations", Map.of("reason", "test")),
                refused("POST /v1/pay-runs/{id}/payments", runs + "/payments", Map.of()));
    }

    @Override
    public Map<String, String> withoutInstitution() {
        Map<String, String> reasons = new HashMap<>(EveryEndpointKeepsToInstitutions.ofThePlatform("incentive"));
        reasons.put("GET /v1/directories/incentive", "counts only, and only for the whole association");
        reasons.put("GET /v1/question-sets", "what people are asked is known to all who ask and check it");
        reasons.put("GET /v1/question-sets/{id}", "what people are asked is known to all who ask and check it");
        reasons.put("GET /v1/pay-schemes", "how pay is computed is known to all who compute and check it");
        reasons.put("GET /v1/pay-schemes/{id}", "how pay is computed is known to all who compute and check it");
        reasons.put("GET /v1/pay-schemes/{id}/export", "how pay is computed is known to all who compute and check it");
        reasons.put("GET /v1/pay-schemes/{id}/differences", "how pay is computed is known to all of them");
        reasons.put("GET /v1/indicator-scheme-templates", "the same for everybody");
        reasons.put("GET /v1/indicator-scheme-templates/{code}", "the same for everybody");
        reasons.put("GET /v1/indicator-scheme-templates/{code}/sheet", "the same for everybody");
        reasons.put("GET /v1/indicator-schemes/{id}/sheet", "how work is evaluated is known to all of them");
        reasons.put("GET /v1/indicator-schemes/{id}/differences", "how work is evaluated is known to all of them");
        reasons.put("GET /v1/indicator-schemes", "how work is evaluated is known to all who evaluate and pay");
        reasons.put("GET /v1/indicator-schemes/{id}", "how work is evaluated is known to all who evaluate and pay");
        return reasons;
    }
}
