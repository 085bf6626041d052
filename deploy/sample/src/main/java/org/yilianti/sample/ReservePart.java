package org.yilianti.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An emergency team of a centre whose people have declared that they are ready, and a drill (R12). */
record ReservePart(RegistryDesk desk) {

    private static final List<String> DUTIES = List.of("leader", "deputy", "deputy", "member", "member", "reserve");

    void run() {
        var team = desk.made(
                "/v1/emergency-teams",
                "name",
                Map.of(
                        "institutionCode",
                        desk.site(),
                        "name",
                        "镇卫生应急小分队",
                        "purpose",
                        "infectious-disease",
                        "needs",
                        List.of(Map.of("skill", "intubation", "atLeast", 1)),
                        "termFrom",
                        "2026-01-01"));
        var serving = new ArrayList<String>();
        for (var duty : DUTIES) {
            serving.add(serve(team, duty, desk.person(10 + serving.size())));
        }
        ready(serving.getFirst());
        desk.made(
                "/v1/emergency-drills",
                "/v1/emergency-drills?team=" + team,
                "subject",
                Map.of(
                        "teamId",
                        team,
                        "heldOn",
                        "2026-06-16",
                        "subject",
                        "夜间集结演练",
                        "arrivals",
                        List.of(
                                Map.of("teamMemberId", serving.get(0), "minutes", 45),
                                Map.of("teamMemberId", serving.get(1), "minutes", 130))));
    }

    private String serve(String team, String duty, String member) {
        return desk.made(
                "/v1/emergency-team-members",
                "/v1/emergency-team-members?team=" + team,
                "memberId",
                Map.of("teamId", team, "memberId", member, "duty", duty, "skills", List.of("intubation")));
    }

    /** Declared by one office, verified by somebody else. */
    private void ready(String serving) {
        var path = "/v1/emergency-team-members/" + serving;
        desk.decided("hr", path + "/declarations", Map.of("ready", true, "minutes", 60));
        desk.decided("hr-import", path + "/verifications", Map.of());
    }
}
