package org.yilianti.staff.recruitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yilianti.staff.Registry.created;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestApi.Answer;
import org.yilianti.platform.test.TestCaller;
import org.yilianti.staff.Registry;
import tools.jackson.databind.json.JsonMapper;

/** What tests of recruitment ask of an association's registry. */
public record RecruitmentDesk(Registry registry) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();

    static final String CAMPAIGNS = "/v1/recruitment-campaigns/";
    static final String APPLICATIONS = "/v1/recruitment-applications/";

    public static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai"));
    }

    TestApi hr() {
        return registry.hr();
    }

    TestCaller caller(Role role, String... institutions) {
        return TestCaller.named(role.claim())
                .with(role, institutions.length == 0 ? new String[] {"*"} : institutions)
                .of(registry.association());
    }

    public TestCaller officer() {
        return caller(Role.HR_OFFICER);
    }

    TestCaller registrar() {
        return caller(Role.REGISTRAR);
    }

    /** An officer who may approve as well, under the name of the officer. */
    TestCaller both() {
        return officer().with(Role.REGISTRAR, "*");
    }

    /** Authorises posts for physicians; gives the line's id. */
    public UUID line(String institution, int headcount) {
        return created(hr().post(
                        "/v1/authorised-posts",
                        Map.of(
                                "institutionCode",
                                institution,
                                "category",
                                "physician",
                                "headcount",
                                headcount,
                                "validFrom",
                                "2020-01-01",
                                "reason",
                                "test")));
    }

    /** One opening for a general practitioner, changed by alternating names and values. */
    public static Map<String, Object> position(UUID line, Object... changes) {
        return changed(new LinkedHashMap<>(Map.of("authorisedPostId", line, "name", "全科医师", "openings", 1)), changes);
    }

    /** A campaign open since yesterday and until tomorrow, half paper and half interview, changed by alternating names and values. */
    public Map<String, Object> campaign(String institution, List<?> positions, Object... changes) {
        Map<String, Object> body = new LinkedHashMap<>(Map.of(
                "institutionCode",
                institution,
                "title",
                "2026年公开招聘",
                "applyFrom",
                today().minusDays(1).toString(),
                "applyUntil",
                today().plusDays(1).toString(),
                "startsOn",
                today().plusDays(30).toString(),
                "paperWeight",
                0.5,
                "interviewWeight",
                0.5,
                "preferenceCap",
                5));
        body.put(
                "grounds",
                List.of(
                        Map.of("code", "grassroots-graduate", "title", "服务基层项目毕业生", "points", 4),
                        Map.of("code", "rural-order", "title", "农村订单定向医学生", "points", 3)));
        body.put("tieRules", List.of("interview", "preference"));
        body.put("positions", positions);
        return changed(body, changes);
    }

    /** Drafts a campaign with these positions and has it published; gives its id. */
    public UUID published(String institution, List<?> positions, Object... changes) {
        UUID id = created(hr().post("/v1/recruitment-campaigns", campaign(institution, positions, changes)));
        ok(act(registrar(), CAMPAIGNS + id, "publications", Map.of()));
        return id;
    }

    /** The id of a campaign's position. */
    public UUID position(UUID campaign, int number) {
        return UUID.fromString(hr().get(CAMPAIGNS + campaign)
                .json()
                .path("positions")
                .path(number)
                .path("id")
                .asString());
    }

    /** An application for a campaign's first position; numbers 1 to 999 are different people, born in 1980. */
    public Map<String, Object> application(UUID campaign, int number, Object... changes) {
        Map<String, Object> person = Registry.physician(number);
        Map<String, Object> body = new LinkedHashMap<>(Map.of("campaignId", campaign, "education", "bachelor"));
        body.put("positionId", position(campaign, 0));
        body.put("name", "候选人%03d".formatted(number));
        for (String field : List.of("sex", "birthDate", "nationalId", "phone", "title", "titleSince", "specialty")) {
            body.put(field, person.get(field));
        }
        return changed(body, changes);
    }

    Answer apply(UUID campaign, int number, Object... changes) {
        return hr().post("/v1/recruitment-applications", application(campaign, number, changes));
    }

    /** Applies, and is found to be eligible with all grounds that are claimed; gives the application's id. */
    public UUID eligible(UUID campaign, int number, Object... changes) {
        Answer applied = apply(campaign, number, changes);
        UUID id = created(applied);
        ok(decide(id, true, applied.json().path("grounds")));
        return id;
    }

    Answer decide(UUID application, boolean documents, Object grounds) {
        Map<String, Object> body = Map.of("documentsInOrder", documents, "grounds", grounds);
        return act(officer(), APPLICATIONS + application, "eligibility-decisions", body);
    }

    /** Sets both scores. */
    public Answer score(UUID application, double paper, double interview) {
        String path = APPLICATIONS + application;
        return hr().put(
                        path + "/scores",
                        Map.of("paper", paper, "interview", interview),
                        hr().get(path).header("ETag"));
    }

    /** As if applications had closed yesterday. */
    public void closeApplications(JdbcClient jdbc, UUID campaign) {
        LocalDate yesterday = today().minusDays(1);
        jdbc.sql("update recruitment_campaign set apply_from = ?, apply_until = ? where id = ?")
                .params(yesterday, yesterday, Ids.bytes(campaign))
                .update();
    }

    /** As if the public notice had ended yesterday. */
    public void endNotice(JdbcClient jdbc, UUID campaign) {
        jdbc.sql("update recruitment_campaign set notice_from = ?, notice_to = ? where id = ?")
                .params(today().minusDays(7), today(), Ids.bytes(campaign))
                .update();
    }

    public Answer rank(UUID campaign) {
        return act(officer(), CAMPAIGNS + campaign, "rankings", Map.of());
    }

    public Answer approve(UUID campaign) {
        return act(registrar(), CAMPAIGNS + campaign, "approvals", Map.of());
    }

    public Answer offer(UUID campaign) {
        return act(officer(), CAMPAIGNS + campaign, "offers", Map.of());
    }

    String state(UUID application) {
        return hr().get(APPLICATIONS + application).json().path("state").asString();
    }

    /** Posts a transition of what is read at {@code path}, with the version it has. */
    public Answer act(TestCaller by, String path, String what, Object body) {
        return act(by, path, what, body, String.valueOf(hr().get(path).header("ETag")));
    }

    /** Posts a transition of what was read with this version. */
    Answer act(TestCaller by, String path, String what, Object body, String version) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + registry.port() + path + "/" + what))
                .header("Authorization", "Bearer " + by.token())
                .header("Content-Type", "application/json")
                .header("If-Match", version)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
        try {
            HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body(), response);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    public static Answer ok(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    private static Map<String, Object> changed(Map<String, Object> body, Object... changes) {
        for (int i = 0; i < changes.length; i += 2) {
            body.put((String) changes[i], changes[i + 1]);
        }
        return body;
    }
}
