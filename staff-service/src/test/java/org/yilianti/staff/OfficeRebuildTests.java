package org.yilianti.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.yilianti.staff.Registry.created;
import static org.yilianti.staff.Registry.licence;
import static org.yilianti.staff.Registry.physician;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestApi.Answer;
import org.yilianti.platform.test.TestEvents;
import org.yilianti.staff.agenda.AgendaWorker;
import org.yilianti.staff.recruitment.RecruitmentDesk;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A consumer that knows nothing but the state topics knows of the establishment, contracts, those who answer for public health, recruitment
 * and evidence what the registry answers, but for numbers of papers, names and reasons (R2, R3, R4, R8, R11).
 */
@ServiceTest
class OfficeRebuildTests {

    private static final String UNITS = "/v1/responsibility-units";

    @Autowired
    TestEvents events;

    @Autowired
    AgendaWorker agenda;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private Registry registry = new Registry(0, new UUID(0, 0));
    private UUID first = new UUID(0, 0);
    private UUID second = new UUID(0, 0);

    @BeforeEach
    void twoPhysicians() {
        registry = Registry.empty(port);
        registry.institution("T01");
        registry.institution("T02");
        first = registry.physicianAt(1, "T01");
        second = registry.physicianAt(2, "T02");
    }

    private StateTopics topics() {
        return new StateTopics(events, registry);
    }

    private Answer post(String path, Map<String, ?> body) {
        Answer answer = registry.hr().post(path, body);
        assertThat(answer.status()).as(answer.body()).isBetween(200, 201);
        return answer;
    }

    /** A record of the second physician that turns out to be another one's. */
    private UUID merged() {
        UUID survivor = created(registry.hr().post("/v1/members", physician(3, "registeredAt", "T02")));
        post("/v1/members/" + survivor + "/mergers", Map.of("duplicateId", second, "reason", "same person"));
        return survivor;
    }

    private void told(
            String topic, Map<String, JsonNode> rows, UnaryOperator<ObjectNode> inTermsOfEvents, String... untold) {
        topics().assertTold(topic, rows, inTermsOfEvents, untold);
    }

    @Test
    void contracts_R3() {
        Map<String, Object> body = new HashMap<>(Map.of("institutionCode", "T01", "kind", "fixed-term"));
        body.putAll(Map.of("number", "HT-1", "validFrom", "2020-01-01", "validTo", "2023-01-01"));
        UUID one = post("/v1/members/" + first + "/contracts", body).id();
        UUID two = post("/v1/contracts/" + one + "/renewals", Map.of("kind", "fixed-term", "validTo", "2056-01-01"))
                .id();
        post("/v1/contracts/" + two + "/endings", Map.of("validTo", "2055-01-01", "reason", "moves"));
        body.put("kind", "dispatched");
        Answer corrected = registry.hr().put("/v1/contracts/" + one, withReason(body), "\"1\"");
        assertThat(corrected.status()).as(corrected.body()).isEqualTo(200);
        registry.imported("contracts", """
                staff_no,institution_code,valid_from,kind,number,valid_to
                S00002,T02,2020-01-01,fixed-term,HT-2,2023-01-01
                S00002,T02,2023-01-01,fixed-term,HT-3,2026-01-01
                """);
        registry.imported("contracts", """
                staff_no,institution_code,valid_from,kind,number,valid_to
                S00002,T02,2020-01-01,re-employed,HT-2,2022-01-01
                """);
        UUID survivor = merged();
        await().untilAsserted(() -> {
            Map<String, JsonNode> rows = new TreeMap<>(topics().listed("/v1/members/" + first + "/contracts"));
            rows.putAll(topics().listed("/v1/members/" + survivor + "/contracts"));
            assertThat(rows).hasSize(4);
            told(
                    "staff.contracts",
                    rows,
                    row -> row.<ObjectNode>set("version", row.remove("revision")),
                    "number",
                    "recordedAt",
                    "recordedBy",
                    "reason",
                    "supersededAt");
        });
    }

    private static Map<String, Object> withReason(Map<String, Object> body) {
        Map<String, Object> corrected = new HashMap<>(body);
        corrected.put("reason", "wrong kind");
        return corrected;
    }

    @Test
    void unitsAndThoseWhoAnswerForThem_R11() {
        registry.imported("responsibility-units", """
                level,institution_code,name,valid_from,parent_institution_code,parent_name,valid_to
                leading-group,T01,领导小组,2026-01-01,,,
                management-office,T01,公卫办,2026-01-01,T01,领导小组,
                institution,T01,T01公卫科,2026-02-01,T01,公卫办,
                """);
        comesAndGoes(unit("management-office"));
        registry.imported("responsible-people", """
                level,institution_code,unit,staff_no,valid_from,duty,full_time,valid_to,ending_reason
                leading-group,T01,领导小组,S00001,2026-01-01,head,false,,
                institution,T01,T01公卫科,S00001,2026-02-01,head,true,2026-06-01,轮岗
                management-office,T01,公卫办,S00002,2026-02-01,officer,false,,
                """);
        registry.imported("responsible-people", """
                level,institution_code,unit,staff_no,valid_from,duty,full_time,valid_to,ending_reason
                management-office,T01,公卫办,S00002,2026-02-01,officer,false,2026-09-01,调离
                """);
        merged();
        await().untilAsserted(() -> {
            Map<String, JsonNode> people = new TreeMap<>();
            Map<String, JsonNode> units = new TreeMap<>();
            for (String day : List.of("2026-01-02", "2026-02-02")) {
                topics().listed(UNITS + "?asOf=" + day).forEach((id, unit) -> {
                    unit.path("responsible")
                            .forEach(one -> people.put(one.path("id").asString(), one));
                    units.put(id, unit);
                });
            }
            assertThat(units).hasSize(4);
            assertThat(people).hasSize(4);
            told("staff.responsibility-units", units, row -> row, "recordedBy", "responsible");
            told("staff.responsible-persons", people, row -> row, "recordedBy", "endingReason");
        });
    }

    /** A unit under the office that gets another name and a head, and is no more. */
    private void comesAndGoes(UUID office) {
        Map<String, Object> body =
                new HashMap<>(Map.of("level", "institution", "institutionCode", "T02", "name", "公卫科"));
        body.put("parentId", office);
        body.put("validFrom", "2026-01-01");
        String there = UNITS + "/" + post(UNITS, body).id();
        Answer renamed = registry.hr().put(there, Map.of("name", "公共卫生科"), "\"1\"");
        assertThat(renamed.status()).as(renamed.body()).isEqualTo(200);
        Map<String, Object> naming = Map.of("memberId", second, "duty", "head", "fullTime", true);
        UUID named = post(there + "/namings", with(naming, "validFrom", "2026-01-01"))
                .id();
        post(there + "/namings/" + named + "/endings", Map.of("validTo", "2026-05-01", "reason", "moves"));
        post(there + "/dissolutions", Map.of("validTo", "2026-06-01", "reason", "one less"));
    }

    private UUID unit(String level) {
        return topics().listed(UNITS + "?asOf=2026-02-02").values().stream()
                .filter(unit -> unit.path("level").asString().equals(level))
                .map(unit -> UUID.fromString(unit.path("id").asString()))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Object> with(Map<String, Object> body, String name, Object value) {
        Map<String, Object> more = new HashMap<>(body);
        more.put(name, value);
        return more;
    }

    @Test
    void campaignsAndWhomTheyBrought_R8() {
        RecruitmentDesk desk = new RecruitmentDesk(registry);
        UUID line = desk.line("T01", 9);
        UUID other = desk.line("T02", 9);
        UUID campaign = desk.published("T01", List.of(RecruitmentDesk.position(line), RecruitmentDesk.position(other)));
        UUID hired = hired(desk, campaign);
        RecruitmentDesk.ok(desk.act(desk.officer(), "/v1/recruitment-campaigns/" + campaign, "closings", Map.of()));
        desk.published("T02", List.of(RecruitmentDesk.position(other)));
        Map<String, Object> draft = desk.campaign("T01", List.of(RecruitmentDesk.position(line)));
        created(registry.hr().post("/v1/recruitment-campaigns", draft));
        String calledOff =
                "/v1/recruitment-campaigns/" + created(registry.hr().post("/v1/recruitment-campaigns", draft));
        RecruitmentDesk.ok(desk.act(desk.officer(), calledOff, "cancellations", Map.of("reason", "no money")));
        await().untilAsserted(() -> {
            Map<String, JsonNode> campaigns = new TreeMap<>(topics().listed("/v1/recruitment-campaigns"));
            assertThat(campaigns).hasSize(4);
            told(
                    "staff.recruitment-campaigns",
                    campaigns,
                    this::offered,
                    "paperWeight",
                    "paperMinimum",
                    "interviewWeight",
                    "interviewMinimum",
                    "preferenceCap",
                    "grounds",
                    "tieRules",
                    "recordedBy",
                    "publishedBy",
                    "rankedBy",
                    "approvedBy",
                    "reason");
            assertHired(hired);
        });
    }

    /** A candidate of two, appointed as a new member whose record is then found to be another one's; gives the application. */
    private UUID hired(RecruitmentDesk desk, UUID campaign) {
        UUID best = desk.eligible(campaign, 101);
        RecruitmentDesk.ok(desk.score(best, 90, 80));
        RecruitmentDesk.ok(desk.score(desk.eligible(campaign, 102), 80, 80));
        desk.closeApplications(jdbc, campaign);
        RecruitmentDesk.ok(desk.rank(campaign));
        RecruitmentDesk.ok(desk.approve(campaign));
        desk.endNotice(jdbc, campaign);
        RecruitmentDesk.ok(desk.offer(campaign));
        String path = "/v1/recruitment-applications/" + best;
        RecruitmentDesk.ok(desk.act(desk.officer(), path, "acceptances", Map.of()));
        Answer appointed = RecruitmentDesk.ok(desk.act(desk.officer(), path, "appointments", Map.of("staffNo", "N1")));
        UUID survivor = created(registry.hr().post("/v1/members", physician(103, "name", "候选人101")));
        String duplicate = appointed.json().path("memberId").asString();
        post("/v1/members/" + survivor + "/mergers", Map.of("duplicateId", duplicate, "reason", "same person"));
        return best;
    }

    private ObjectNode offered(ObjectNode campaign) {
        campaign.path("positions").forEach(position -> {
            ObjectNode known = (ObjectNode) position;
            known.put(
                    "institutionId",
                    topics().institutions().get(known.remove("institutionCode").asString()));
            known.remove(List.of("requirements", "reservations", "releaseUnfilled"));
        });
        return campaign;
    }

    private void assertHired(UUID application) {
        JsonNode row =
                registry.hr().get("/v1/recruitment-applications/" + application).json();
        Map<String, JsonNode> rows = Map.of(application.toString(), row);
        told("staff.recruitment-appointments", rows, known -> {
            ObjectNode said = known.objectNode();
            said.put("version", 2);
            List.of("id", "campaignId", "positionId", "institutionId", "memberId", "appointmentId")
                    .forEach(name -> said.set(name, known.path(name)));
            return said;
        });
    }

    @Test
    void theEstablishment_R2() {
        UUID line = new RecruitmentDesk(registry).line("T01", 2);
        Map<String, Object> more =
                Map.of("category", "physician", "headcount", 3, "validFrom", "2020-01-01", "reason", "a");
        Answer revised = registry.hr().put("/v1/authorised-posts/" + line, more, "\"1\"");
        assertThat(revised.status()).as(revised.body()).isEqualTo(200);
        Map<String, Object> leave =
                Map.of("extra", 1, "validFrom", "2026-01-01", "validTo", "2027-01-01", "reason", "flood");
        TestApi admin = registry.as(Role.ASSOCIATION_ADMIN, "*");
        created(admin.post("/v1/authorised-posts/" + line + "/permits", leave));
        for (int headcount : List.of(5, 6)) {
            registry.imported("authorised-posts", """
                    external_id,institution_code,department,category,title,headcount,valid_from,valid_to,reason
                    E1,T02,,nurse,senior,%d,2020-01-01,2056-01-01,deed
                    """.formatted(headcount));
        }
        registry.imported(admin, "establishment-permits", """
                authorised_post,valid_from,valid_to,extra,reason
                E1,2026-01-01,2056-01-01,2,flood
                """, false);
        await().untilAsserted(() -> {
            Map<String, JsonNode> posts = topics().listed("/v1/authorised-posts");
            Map<String, JsonNode> permits = new TreeMap<>();
            posts.forEach((id, post) -> post.path("permits")
                    .forEach(permit -> permits.put(
                            permit.path("id").asString(),
                            ((ObjectNode) permit.deepCopy()).put("authorisedPostId", id))));
            assertThat(posts).hasSize(2);
            assertThat(permits).hasSize(2);
            told(
                    "staff.authorised-posts",
                    posts,
                    row -> row,
                    "authorised",
                    "held",
                    "vacancy",
                    "permits",
                    "recordedAt",
                    "recordedBy",
                    "reason");
            told(
                    "staff.establishment-permits",
                    permits,
                    row -> row.put("version", 1),
                    "reason",
                    "grantedAt",
                    "grantedBy");
        });
    }

    @Test
    void filesOfEvidence_R4() {
        Map<String, JsonNode> rows = new TreeMap<>();
        UUID survivor = second;
        UUID kept = created(registry.hr().post("/v1/licences", licence(first, "L1", "T01")));
        UUID moved = created(registry.hr().post("/v1/licences", licence(survivor, "L2", "T02")));
        uploaded(kept, "one");
        UUID withdrawn = uploaded(kept, "two");
        UUID destroyed = uploaded(kept, "three");
        uploaded(moved, "four");
        for (UUID file : List.of(withdrawn, destroyed)) {
            post("/v1/evidence-files/" + file + "/withdrawals", Map.of("reason", "wrong page"));
        }
        dueToday(destroyed);
        merged();
        await().untilAsserted(() -> {
            rows.putAll(topics().listed(EvidenceExamples.address(kept)));
            rows.putAll(topics().listed(EvidenceExamples.address(moved)));
            assertThat(rows.values().stream().map(row -> row.path("status").asString()))
                    .containsExactlyInAnyOrder("standing", "standing", "withdrawn", "destroyed");
            told(
                    "staff.evidence-files",
                    rows,
                    row -> row,
                    "fileName",
                    "sha256",
                    "uploadedAt",
                    "uploadedBy",
                    "withdrawnAt",
                    "withdrawnBy",
                    "withdrawalReason",
                    "keptUntil",
                    "destroyedAt");
        });
    }

    private UUID uploaded(UUID licence, String comment) {
        Answer answer = registry.hr()
                .post(
                        EvidenceExamples.address(licence),
                        EvidenceExamples.pdf(comment),
                        UUID.randomUUID().toString(),
                        "application/pdf");
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.id();
    }

    /** As if the years for which it is kept were over. */
    private void dueToday(UUID file) {
        LocalDate today = RecruitmentDesk.today();
        jdbc.sql("update evidence_file set kept_until = ? where id = ?")
                .params(today, Ids.bytes(file))
                .update();
        jdbc.sql("update agenda_item set due_on = ? where subject_id = ?")
                .params(today, Ids.bytes(file))
                .update();
        agenda.workOff();
    }
}
