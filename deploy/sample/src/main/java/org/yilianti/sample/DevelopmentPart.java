package org.yilianti.sample;

import java.util.List;
import java.util.Map;

/** How the people of a centre get on: courses and credits (R7), remediation (R6), promotion (R9), the director's term (R10). */
record DevelopmentPart(RegistryDesk desk) {

    void run() {
        var physician = desk.of("physician").getFirst();
        var course = course();
        enrol(course, desk.person(3));
        credits(physician);
        remediation(course);
        desk.made(
                "/v1/promotion-cases",
                "/v1/promotion-cases?member=" + physician,
                "memberId",
                Map.of("memberId", physician));
        tenure(desk.of("physician").getLast());
    }

    private String course() {
        return desk.made(
                "/v1/training-programmes",
                "title",
                Map.of(
                        "institutionCode",
                        desk.site(),
                        "kind",
                        "lecture",
                        "title",
                        "基层高血压规范管理",
                        "creditClass",
                        "class-ii",
                        "credits",
                        5,
                        "validFrom",
                        "2026-01-01",
                        "validTo",
                        "2199-12-31"));
    }

    /** A session of today, so that it can be attended at once. */
    private void enrol(String course, String member) {
        var today = desk.today().toString();
        var session = desk.made(
                "/v1/training-sessions",
                "/v1/training-sessions?programme=" + course,
                "place",
                Map.of(
                        "programmeId",
                        course,
                        "place",
                        "三楼示教室",
                        "startsOn",
                        today,
                        "endsOn",
                        today,
                        "applyUntil",
                        today,
                        "capacity",
                        20,
                        "costFen",
                        0));
        var enrolments = "/v1/training-enrolments?session=" + session;
        var enrolment = desk.made(
                "/v1/training-enrolments", enrolments, "memberId", Map.of("sessionId", session, "memberId", member));
        desk.decided(
                "hr",
                "/v1/training-enrolments/" + enrolment + "/results",
                Map.of("attendedPercent", 100, "assessment", "passed"));
    }

    private void credits(String member) {
        desk.made(
                "/v1/training-credits",
                "/v1/training-credits?member=" + member,
                "evidence",
                Map.of(
                        "memberId",
                        member,
                        "creditClass",
                        "class-i",
                        "credits",
                        10,
                        "earnedOn",
                        "2026-01-15",
                        "source",
                        "省级继续教育项目",
                        "evidence",
                        "JX-2026-0001"));
    }

    private void remediation(String course) {
        var member = desk.person(4);
        var id = desk.made(
                "/v1/remediation-cases",
                "/v1/remediation-cases?member=" + member,
                "required",
                Map.of("memberId", member, "gap", "other", "required", "院感防控培训合格证"));
        desk.decided("hr", "/v1/remediation-cases/" + id + "/tasks", Map.of("programmeId", course, "exam", true));
    }

    private void tenure(String member) {
        var id = desk.made(
                "/v1/director-tenures",
                "post",
                Map.of(
                        "memberId",
                        member,
                        "institutionCode",
                        desk.site(),
                        "post",
                        "院长",
                        "method",
                        "open-competition",
                        "candidates",
                        3,
                        "announcedOn",
                        "2026-01-05",
                        "noticeFrom",
                        "2026-02-02",
                        "noticeTo",
                        "2026-02-12",
                        "termFrom",
                        "2026-03-01",
                        "targets",
                        List.of(target("vaccination", "适龄儿童接种率", 95, 0.6), target("outreach", "下村巡诊人次", 2400, 0.4))));
        desk.decided("registrar", "/v1/director-tenures/" + id + "/agreements", Map.of());
    }

    private static Map<String, Object> target(String code, String title, int goal, double weight) {
        return Map.of("code", code, "title", title, "goal", goal, "weight", weight);
    }
}
