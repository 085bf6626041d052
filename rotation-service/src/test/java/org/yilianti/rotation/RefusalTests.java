package org.yilianti.rotation;

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
import org.springframework.jdbc.core.JdbcTemplate;
import org.yilianti.platform.test.EveryEndpointKeepsToInstitutions;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi.Answer;
import org.yilianti.platform.test.TestEvents;

@ServiceTest
class RefusalTests implements EveryEndpointKeepsToInstitutions {

    @Autowired
    ApplicationContext context;

    @Autowired
    TestEvents events;

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

    /** Two sites with a published and a draft plan, an agreement, an application under way and a service record. */
    @Override
    public List<Example> examples() {
        TestRotation rotation = new TestRotation(port, events);
        TestMonth month = new TestMonth(rotation);
        month.stateDemand();
        List<Example> examples = new ArrayList<>();
        examples.addAll(practice(rotation, month));
        examples.addAll(delegations(rotation, month));
        examples.addAll(rosters(rotation, month));
        examples.addAll(service(rotation, month));
        examples.addAll(RiskExamples.of(rotation, month));
        examples.addAll(SharingExamples.of(rotation, month));
        examples.addAll(new RosterExamples(month, context.getBean(JdbcTemplate.class)).all());
        return examples;
    }

    private List<Example> practice(TestRotation rotation, TestMonth month) {
        String agreement = rotation.registrar()
                .get("/v1/practice-agreements?member=" + month.cardiologist)
                .json()
                .path("items")
                .path(0)
                .path("id")
                .asString();
        UUID doctor = rotation.staff.physician(month.hospitalCode + "-A", month.hospital);
        rotation.staff.licence(doctor);
        rotation.awaitDecision(doctor, month.hospital, "2026-10-01", true);
        Map<String, Object> application = TestRotation.application(doctor, month.centre);
        Answer submitted = rotation.hr().post("/v1/practice-applications", application);
        String applications = "/v1/practice-applications/" + submitted.id();
        String agreements = "/v1/practice-agreements/" + agreement;
        Map<String, Object> reason = Map.of("reason", "test", "from", "2026-12-01");
        Map<String, Object> insurance =
                Map.of("policyNumber", "P-2", "insurer", "示例保险公司", "coverFen", 1, "validTo", "2028-01-01");
        Map<String, Object> question =
                Map.of("memberId", doctor, "institutionId", month.hospital, "from", "2026-10-01", "to", "2026-10-02");
        return List.of(
                refused("POST /v1/practice-decisions", "/v1/practice-decisions", Map.of("items", List.of(question)))
                        .unknownAs("institution.unknown"),
                list(
                        "GET /v1/practice-applications",
                        "/v1/practice-applications?member=" + doctor,
                        submitted.id().toString()),
                list(
                        "GET /v1/practice-applications/csv",
                        "/v1/practice-applications/csv?member=" + doctor,
                        submitted.id().toString()),
                refused("POST /v1/practice-applications", "/v1/practice-applications", application),
                refused("GET /v1/practice-applications/{id}", applications, null),
                refused("GET /v1/practice-applications/{id}/timeline", applications + "/timeline", null),
                refused("PUT /v1/practice-applications/{id}", applications, application),
                refused("POST /v1/practice-applications/{id}/submissions", applications + "/submissions", Map.of()),
                refused(
                        "POST /v1/practice-applications/{id}/questions",
                        applications + "/questions",
                        Map.of("question", "test")),
                refused(
                        "POST /v1/practice-applications/{id}/answers",
                        applications + "/answers",
                        Map.of("answer", "test")),
                refused("POST /v1/practice-applications/{id}/consents", applications + "/consents", Map.of()),
                refused("POST /v1/practice-applications/{id}/acceptances", applications + "/acceptances", Map.of()),
                refused("POST /v1/practice-applications/{id}/filings", applications + "/filings", Map.of()),
                refused("POST /v1/practice-applications/{id}/refusals", applications + "/refusals", reason),
                refused("POST /v1/practice-applications/{id}/withdrawals", applications + "/withdrawals", reason),
                list("GET /v1/practice-agreements", "/v1/practice-agreements?member=" + month.cardiologist, agreement),
                list(
                        "GET /v1/practice-agreements/csv",
                        "/v1/practice-agreements/csv?member=" + month.cardiologist,
                        agreement),
                refused("GET /v1/practice-agreements/{id}", agreements, null),
                refused("POST /v1/practice-agreements/{id}/suspensions", agreements + "/suspensions", reason),
                refused("POST /v1/practice-agreements/{id}/resumptions", agreements + "/resumptions", Map.of()),
                refused("POST /v1/practice-agreements/{id}/insurances", agreements + "/insurances", insurance),
                refused("POST /v1/practice-agreements/{id}/endings", agreements + "/endings", reason));
    }

    private List<Example> delegations(TestRotation rotation, TestMonth month) {
        Map<String, Object> delegation = Map.of(
                "delegate", "substitute",
                "institutionCode", month.centreCode,
                "validFrom", "2026-10-01",
                "validTo", "2027-10-01");
        String given = rotation.registrarOf(month.centreCode)
                .post("/v1/practice-delegations", delegation)
                .id()
                .toString();
        return List.of(
                list("GET /v1/practice-delegations", "/v1/practice-delegations?limit=200", given),
                refused("POST /v1/practice-delegations", "/v1/practice-delegations", delegation),
                refused(
                        "POST /v1/practice-delegations/{id}/revocations",
                        "/v1/practice-delegations/" + given + "/revocations",
                        Map.of()));
    }

    private List<Example> rosters(TestRotation rotation, TestMonth month) {
        String published = month.draft().path("id").asString();
        String centre = month.centre.toString();
        String plan = "/v1/roster-plans/" + published;
        month.publish(published);
        Map<String, Object> request =
                Map.of("month", "2026-11", "institutionIds", List.of(month.hospital), "seconds", 1, "seed", 1);
        return List.of(
                list("GET /v1/duty-demands", "/v1/duty-demands?institution=" + centre + "&month=2026-10", centre),
                refused("POST /v1/duty-demands", "/v1/duty-demands", month.demandOf(month.centre)),
                list("GET /v1/roster-plans", "/v1/roster-plans?limit=200", published),
                refused("POST /v1/roster-plans", "/v1/roster-plans", request),
                refused("GET /v1/roster-plans/{id}", plan, null),
                refused("GET /v1/roster-plans/{id}/duties", plan + "/duties", null),
                refused("GET /v1/roster-plans/{id}/unmet-demand", plan + "/unmet-demand", null),
                refused("POST /v1/roster-plans/{id}/publications", plan + "/publications", Map.of()),
                list("GET /v1/duties", "/v1/duties?institution=" + centre, centre));
    }

    private List<Example> service(TestRotation rotation, TestMonth month) {
        Map<String, Object> item = Map.of(
                "sourceId",
                month.centreCode + "-1",
                "memberId",
                month.people.get(16),
                "institutionId",
                month.centre,
                "kind",
                "duty",
                "startedAt",
                "2026-10-01T00:00:00Z",
                "endedAt",
                "2026-10-01T08:00:00Z");
        String record = rotation.his()
                .post("/v1/service-records", Map.of("items", List.of(item)))
                .json()
                .path("items")
                .path(0)
                .path("id")
                .asString();
        return List.of(
                list("GET /v1/service-records", "/v1/service-records?institution=" + month.centre, record),
                refused(
                        "POST /v1/service-records/{id}/disputes",
                        "/v1/service-records/" + record + "/disputes",
                        Map.of("reason", "test")),
                refused("GET /v1/service-records/{id}", "/v1/service-records/" + record, null),
                refused("GET /v1/service-records/{id}/revisions", "/v1/service-records/" + record + "/revisions", null),
                refused(
                        "POST /v1/service-records/{id}/corrections",
                        "/v1/service-records/" + record + "/corrections",
                        Map.of(
                                "kind", "duty",
                                "startedAt", "2026-10-01T00:00:00Z",
                                "endedAt", "2026-10-01T07:00:00Z",
                                "reason", "test",
                                "version", 1)),
                refused(
                        "POST /v1/service-records/{id}/confirmations",
                        "/v1/service-records/" + record + "/confirmations",
                        Map.of()),
                refused(
                        "POST /v1/service-records/{id}/resolutions",
                        "/v1/service-records/" + record + "/resolutions",
                        Map.of("outcome", "accepted", "reason", "test")),
                list(
                        "GET /v1/service-records/totals",
                        "/v1/service-records/totals?month=2026-10&institution=" + month.centre,
                        month.people.get(16).toString()));
    }

    @Override
    public Map<String, String> withoutInstitution() {
        Map<String, String> reasons = new HashMap<>(EveryEndpointKeepsToInstitutions.ofThePlatform("rotation"));
        reasons.put("GET /v1/directories/rotation", "counts only, and only for the whole association");
        reasons.put("GET /v1/notifications", "each caller's own: NotificationTests");
        reasons.put("POST /v1/notifications/{id}/readings", "each caller's own: NotificationTests");
        reasons.put(
                "POST /v1/practice-applications/decisions", "each item is decided by itself: ApplicationScenarioTests");
        reasons.put("POST /v1/service-records", "each item is checked by itself: ServiceRecordLifeTests");
        reasons.put("GET /v1/shared-sessions", "offers are for the whole association");
        reasons.put("GET /v1/shared-sessions/{id}", "offers are for the whole association");
        reasons.put("GET /v1/shared-sessions/{id}/bookings", "each sees their own: SharedSessionLifeTests");
        reasons.put("GET /v1/service-record-imports", "each caller's own: AttendanceTests");
        reasons.put("POST /v1/service-record-imports", "each row is checked by itself: AttendanceTests");
        reasons.put("GET /v1/service-record-imports/{id}", "each caller's own: AttendanceTests");
        reasons.put("GET /v1/service-record-imports/{id}/rows", "each caller's own: AttendanceTests");
        reasons.put("GET /v1/check-ins", "narrowed to sites in scope: AttendanceTests");
        reasons.put("POST /v1/check-ins", "refused for others at other sites: AttendanceTests");
        reasons.put("POST /v1/check-ins/{id}/check-outs", "refused at other sites: AttendanceTests");
        reasons.put("GET /v1/grassroots-credits", "of people appointed in scope: ServiceTotalsTests");
        reasons.put("POST /v1/service-records/confirmations", "each item is checked by itself: ServiceRecordLifeTests");
        reasons.putAll(RosterExamples.withoutInstitution());
        return reasons;
    }
}
