package org.yilianti.sample;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.yilianti.sample.client.Answer;
import org.yilianti.sample.script.MonthScript.Application;
import org.yilianti.sample.script.MonthScript.Outcome;

/** Step 2: doctors apply for multi-site practice; the home institution consents, the host accepts, the registrar files. */
record PracticeStep(Stage stage) {

    private static final String PATH = "/v1/practice-applications";

    MonthSummary.Practice run(Map<String, MonthSummary.Import> imports) {
        var wanted = new HashMap<String, Integer>();
        imports.forEach((list, done) -> wanted.put(list, done.accepted()));
        new Directories(stage).await("rotation", wanted);

        int filed = 0;
        int byPerson = 0;
        var rules = new StringBuilder();
        int byRule = 0;
        for (var application : stage.script().applications()) {
            var decided = decide(application);
            String state = decided.text("state");
            String reasons = Reasons.codes(decided.body().path("reasons"));
            stage.say("%s %s %s → %s: %s %s"
                    .formatted(
                            application.staffNo(),
                            stage.registry().memberName(application.staffNo()),
                            application.home(),
                            application.host(),
                            state,
                            reasons));
            if (state.equals("filed")) {
                filed++;
            } else if (application.outcome() == Outcome.REFUSED_BY_PERSON) {
                byPerson++;
            } else {
                byRule++;
                rules.append(rules.isEmpty() ? "" : "; ").append(reasons);
            }
        }
        stage.script().applications().stream()
                .filter(application -> application.outcome() == Outcome.FILED)
                .forEach(this::awaitAgreement);
        return new MonthSummary.Practice(
                stage.script().applications().size(), filed, byRule, byPerson, rules.toString());
    }

    /** Brings one application to its end, or to the refusal that a rule gives at once. */
    private Answer decide(Application application) {
        var applied = stage.as(application.applicant()).post(PATH, key("apply", application), body(application));
        if (applied.text("state").equals("refused")) {
            return applied;
        }
        var path = PATH + "/" + applied.id();
        registrarOf(application.home(), path + "/consents", "consent", application, Map.of());
        if (application.outcome() == Outcome.REFUSED_BY_PERSON) {
            var reason = Map.of("reason", String.valueOf(application.refusal()));
            registrarOf(application.host(), path + "/refusals", "refuse", application, reason);
        } else {
            registrarOf(application.host(), path + "/acceptances", "accept", application, Map.of());
            stage.as("registrar").post(path + "/filings", key("file", application));
        }
        return stage.as("registrar").get(path);
    }

    private Answer registrarOf(
            String institution, String path, String action, Application application, Map<String, String> body) {
        return stage.as("registrar-" + institution.toLowerCase(Locale.ROOT)).post(path, key(action, application), body);
    }

    private void awaitAgreement(Application application) {
        var member = stage.registry().memberId(application.staffNo());
        stage.patience()
                .until(
                        "the agreement of " + application.staffNo(),
                        () -> stage.as("registrar").list("/v1/practice-agreements?member=" + member),
                        agreements -> !agreements.isEmpty());
    }

    private Map<String, Object> body(Application application) {
        return Map.of(
                "staffNo", application.staffNo(),
                "hostInstitutionId", stage.registry().institutionId(application.host()),
                "validFrom", application.validFrom(),
                "validTo", application.validTo(),
                "weeklyHours", application.weeklyHours(),
                "tasks", application.tasks(),
                "liability", application.liability(),
                "insurance", application.insurance());
    }

    private String key(String action, Application application) {
        return stage.keys().of(action, application.staffNo());
    }
}
