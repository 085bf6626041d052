package org.yilianti.sample;

import java.util.List;
import java.util.Map;
import org.yilianti.sample.client.Answer;
import org.yilianti.sample.script.MonthScript.Demand;

/** Step 3: the duty demand of a hospital and two township centres is planned over all three, and the plan is published. */
record RosterStep(Stage stage) {

    MonthSummary.Roster run() {
        var scheduler = stage.as("scheduler");
        var roster = stage.script().roster();
        roster.demands().forEach(this::demand);
        var institutions = roster.demands().stream()
                .map(demand -> stage.registry().institutionId(demand.institution()))
                .toList();
        var plan = scheduler
                .post("/v1/roster-plans", key("plan", "all"), order(institutions))
                .id();
        var path = "/v1/roster-plans/" + plan;
        var draft = stage.patience().until("the roster to be planned", () -> scheduler.get(path), RosterStep::over);
        if (draft.text("status").equals("failed")) {
            throw new IllegalStateException("the roster could not be planned: " + draft.body());
        }
        scheduler.post(path + "/publications", key("publish", "all"));
        var published = stage.patience()
                .until("the roster to be published", () -> scheduler.get(path), seen -> status(seen)
                        .equals("published"));
        return summary(published, path);
    }

    private MonthSummary.Roster summary(Answer plan, String path) {
        // Counted from the duties, so that a month that goes on after the suspension finds the same number.
        int planned = (int) new Duties(stage)
                .all().stream()
                        .filter(duty -> Duties.assigned(duty) || Duties.released(duty))
                        .count();
        int unmet = 0;
        for (var hole : stage.as("scheduler").list(path + "/unmet-demand?limit=200")) {
            unmet += hole.path("missing").asInt(1);
        }
        var cost = plan.text("cost");
        var bound = plan.text("bound");
        stage.say("planned %,d duties, %d unmet, cost %s, proven bound %s".formatted(planned, unmet, cost, bound));
        return new MonthSummary.Roster(planned, unmet, cost, bound);
    }

    private void demand(Demand demand) {
        stage.as("scheduler")
                .post(
                        "/v1/duty-demands",
                        key("demand", demand.institution()),
                        Map.of(
                                "institutionId", stage.registry().institutionId(demand.institution()),
                                "month", stage.script().month(),
                                "shifts", demand.shifts()));
    }

    private Map<String, Object> order(List<String> institutions) {
        var roster = stage.script().roster();
        return Map.of(
                "month", stage.script().month(),
                "institutionIds", institutions,
                "seconds", roster.seconds(),
                "seed", roster.seed());
    }

    private static boolean over(Answer plan) {
        return List.of("draft", "published", "failed").contains(status(plan));
    }

    private static String status(Answer plan) {
        return plan.text("status");
    }

    private String key(String action, String item) {
        return stage.keys().of(action, item);
    }
}
