package org.yilianti.sample;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Step 4: a licence is suspended; within seconds the agreement is suspended and the doctor's later duties stand open. */
record SuspensionStep(Stage stage) {

    MonthSummary.Suspension run() {
        var suspension = stage.script().suspension();
        var member = stage.registry().memberId(suspension.staffNo());
        int before = new Duties(stage).assignedTo(member, suspension.from()).size();
        var hr = stage.as("hr");
        hr.post(
                "/v1/licences/" + licence(member) + "/suspensions",
                stage.keys().of("suspend", suspension.staffNo()),
                Map.of("from", suspension.from(), "reason", suspension.reason()));
        long suspended = System.nanoTime();
        awaitAgreements(member);
        stage.alert()
                .until(
                        "the later duties of " + suspension.staffNo() + " to be released",
                        () -> new Duties(stage)
                                .assignedTo(member, suspension.from())
                                .size(),
                        left -> left == 0);
        double seconds = (System.nanoTime() - suspended) / 1e9;

        var duties = new Duties(stage).all();
        int released = (int) duties.stream().filter(Duties::released).count();
        int open = (int) duties.stream().filter(Duties::open).count();
        stage.say("%s %s suspended from %s: %d duties to come, %d released after %.1f s"
                .formatted(
                        suspension.staffNo(),
                        stage.registry().memberName(suspension.staffNo()),
                        suspension.from(),
                        before,
                        released,
                        seconds));
        return new MonthSummary.Suspension(released, open, seconds);
    }

    private String licence(String member) {
        return stage.as("hr").list("/v1/licences?member=" + member).stream()
                .map(licence -> licence.path("id").asString(""))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("staff-service shows no licence of member " + member));
    }

    private void awaitAgreements(String member) {
        stage.alert()
                .until(
                        "the agreement of " + stage.script().suspension().staffNo() + " to be suspended",
                        () -> stage.as("registrar").list("/v1/practice-agreements?member=" + member),
                        agreements -> agreements.stream().noneMatch(SuspensionStep::active));
    }

    private static boolean active(JsonNode agreement) {
        return agreement.path("status").asString("").equals("active");
    }
}
