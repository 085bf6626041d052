package org.yilianti.rotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestCaller;
import org.yilianti.platform.test.TestEvents;
import tools.jackson.databind.JsonNode;

/** The people who use the service, and the longer things they do with it. */
public final class TestRotation {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final TestApi api;
    public final TestStaff staff;

    public TestRotation(int port, TestEvents events) {
        this.api = new TestApi(port);
        this.staff = new TestStaff(events);
    }

    public TestApi hr() {
        return api.as(TestCaller.named("hr").with(Role.HR_OFFICER, "*"));
    }

    public TestApi registrar() {
        return api.as(TestCaller.named("registrar").with(Role.REGISTRAR, "*"));
    }

    public TestApi registrarOf(String code) {
        return api.as(TestCaller.named("registrar-" + code).with(Role.REGISTRAR, code));
    }

    public TestApi scheduler() {
        return api.as(TestCaller.named("scheduler").with(Role.SCHEDULER, "*"));
    }

    public TestApi his() {
        return api.as(TestCaller.named("his").with(Role.INTEGRATION, "*"));
    }

    public TestApi hostOf(String code) {
        return api.as(TestCaller.named("host-" + code).with(Role.HR_OFFICER, code));
    }

    public TestApi member(String staffNo) {
        return api.as(
                TestCaller.named("member-" + staffNo).with(Role.STAFF, "*").staffNo(staffNo));
    }

    /** Returns when the person may or may not practise there on that day, as expected. */
    public void awaitDecision(UUID member, UUID institution, String day, boolean permitted) {
        await().atMost(SOON).untilAsserted(() -> {
            JsonNode answer = decide(member, institution, day);
            assertThat(answer.path("permitted").asBoolean()).as("%s", answer).isEqualTo(permitted);
        });
    }

    public JsonNode decide(UUID member, UUID institution, String day) {
        return decide(member, institution, List.of(LocalDate.parse(day))).path(0);
    }

    /** One decision for each of the days, asked for in one call; nothing while the service knows too little to answer. */
    public JsonNode decide(UUID member, UUID institution, List<LocalDate> days) {
        List<Map<String, Object>> questions = days.stream()
                .<Map<String, Object>>map(day -> Map.of(
                        "memberId",
                        member,
                        "institutionId",
                        institution,
                        "from",
                        day.toString(),
                        "to",
                        day.plusDays(1).toString()))
                .toList();
        return registrar()
                .post("/v1/practice-decisions", Map.of("items", questions), null)
                .json()
                .path("items");
    }

    /** Returns when the site is known here. */
    public void awaitInstitution(UUID institution) {
        await().atMost(SOON).until(() -> !decide(UUID.randomUUID(), institution, "2026-10-01")
                .path("verdicts")
                .isMissingNode());
    }

    public static Map<String, Object> application(UUID member, UUID host) {
        Map<String, Object> body = new HashMap<>();
        body.put("memberId", member);
        body.put("hostInstitutionId", host);
        body.put("validFrom", "2026-10-01");
        body.put("validTo", "2027-10-01");
        body.put("weeklyHours", 12);
        body.put("tasks", "心内科专家门诊 (expert clinic)");
        body.put("liability", Map.of("homePercent", "30.00", "hostPercent", "60.00", "memberPercent", "10.00"));
        body.put(
                "insurance",
                Map.of(
                        "policyNumber", "P-1",
                        "insurer", "示例保险公司",
                        "coverFen", 100_000_000,
                        "validTo", "2027-10-01"));
        return body;
    }

    /** Takes an application of this member all the way to filing; gives its id. */
    public UUID filed(UUID member, String homeCode, UUID host, String hostCode) {
        return filed(application(member, host), homeCode, hostCode);
    }

    /** The same with an application of this content. */
    public UUID filed(Map<String, Object> application, String homeCode, String hostCode) {
        TestApi.Answer submitted = hr().post("/v1/practice-applications", application);
        assertThat(submitted.json().path("state").asString())
                .as(submitted.body())
                .isEqualTo("submitted");
        String path = "/v1/practice-applications/" + submitted.id();
        assertThat(registrarOf(homeCode).post(path + "/consents", "{}").status())
                .isEqualTo(200);
        assertThat(registrarOf(hostCode).post(path + "/acceptances", "{}").status())
                .isEqualTo(200);
        assertThat(registrar().post(path + "/filings", "{}").status()).isEqualTo(200);
        return submitted.id();
    }

    /** All items of a list, page by page. */
    public static List<JsonNode> all(TestApi caller, String path) {
        List<JsonNode> items = new ArrayList<>();
        String after = "";
        while (after != null) {
            JsonNode page = caller.get(path + after).json();
            page.path("items").forEach(items::add);
            after = page.path("next").isString() ? "&after=" + page.path("next").asString() : null;
        }
        return items;
    }
}
