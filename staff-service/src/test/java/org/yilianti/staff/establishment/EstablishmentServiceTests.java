package org.yilianti.staff.establishment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yilianti.staff.Registry.appointment;
import static org.yilianti.staff.Registry.created;
import static org.yilianti.staff.Registry.physician;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestApi.Answer;
import org.yilianti.staff.Registry;
import tools.jackson.databind.JsonNode;

/** R2: authorised posts, vacancies, hard control at each appointment, permits beyond, and standards. */
@ServiceTest
class EstablishmentServiceTests {

    @LocalServerPort
    int port;

    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private Registry registry = new Registry(0, new UUID(0, 0));

    @BeforeEach
    void twoCentres() {
        registry = Registry.empty(port);
        registry.institution("T01");
        registry.institution("T02");
    }

    private Answer authorise(String institution, String category, int headcount, Object... more) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "institutionCode", institution,
                "category", category,
                "headcount", headcount,
                "validFrom", "2020-01-01"));
        for (int i = 0; i < more.length; i += 2) {
            body.put((String) more[i], more[i + 1]);
        }
        return registry.hr().post("/v1/authorised-posts", body);
    }

    private UUID person(int number, String category) {
        return created(registry.hr().post("/v1/members", physician(number, "category", category)));
    }

    private Answer appoint(UUID member, String institution, Object... changes) {
        return registry.hr().post("/v1/members/" + member + "/appointments", appointment(institution, changes));
    }

    private Answer permit(Role role, UUID post, int extra) {
        return registry.as(role, "*")
                .post(
                        "/v1/authorised-posts/" + post + "/permits",
                        Map.of(
                                "extra",
                                extra,
                                "validFrom",
                                "2020-01-01",
                                "validTo",
                                today.plusYears(1).toString(),
                                "reason",
                                "epidemic"));
    }

    private JsonNode line(String query) {
        return registry.hr()
                .get("/v1/authorised-posts?institution=T01" + query)
                .json()
                .path("items")
                .path(0);
    }

    /** R2: beyond the establishment nobody is appointed unless the association permits it, which is audited. */
    @Test
    void nobodyIsAppointedBeyondTheEstablishmentUnlessPermitted_R2() {
        UUID post = created(authorise("T01", "nurse", 1));
        created(appoint(person(1, "nurse"), "T01"));
        UUID second = person(2, "nurse");
        Answer refused = appoint(second, "T01");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("establishment-exceeded", "/institutionCode");
        assertThat(line("").path("vacancy").asInt()).isZero();
        assertThat(permit(Role.HR_OFFICER, post, 1).status()).isEqualTo(403);
        created(permit(Role.ASSOCIATION_ADMIN, post, 1));
        created(appoint(second, "T01"));
        assertThat(line("").path("authorised").asInt()).isEqualTo(2);
        assertThat(line("").path("held").asInt()).isEqualTo(2);
        assertThat(line("").path("permits").path(0).path("reason").asString()).isEqualTo("epidemic");
        assertThat(line("&asOf=" + today.plusYears(1)).path("vacancy").asInt()).isEqualTo(-1);
        assertThat(registry.as(Role.AUDITOR, "*")
                        .get("/v1/audit-entries/staff?action=establishment.permitted")
                        .body())
                .contains("epidemic", post.toString());
    }

    /** R2: who is registered under another category or title must still fit the post, by form as by file. */
    @Test
    void anotherCategoryOrTitleIsHeldAgainstTheEstablishment_R2() {
        created(authorise("T01", "nurse", 1));
        UUID nurse = created(registry.hr().post("/v1/members", physician(1, "category", "nurse")));
        created(appoint(nurse, "T01"));
        Answer refused = registry.hr().put("/v1/members/" + nurse, physician(1), "\"2\"");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("establishment-exceeded", "/category");
        assertThat(registry.hr()
                        .put("/v1/members/" + nurse, physician(1, "category", "nurse", "title", "senior"), "\"2\"")
                        .status())
                .isEqualTo(200);
        String sheet = registry.hr().get("/v1/exports/members").body();
        JsonNode job = registry.imported("members", sheet.replace(",nurse,", ",pharmacist,"));
        assertThat(job.path("rejected").asInt()).isEqualTo(1);
        created(authorise("T01", "pharmacist", 1));
        job = registry.imported("members", sheet.replace(",nurse,", ",pharmacist,"));
        assertThat(job.path("changed").asInt()).isEqualTo(1);
    }

    /** R2: main appointments take up posts of their kind; helpers and institutions without an establishment are free. */
    @Test
    void onlyMainAppointmentsOfControlledInstitutionsTakeUpPosts_R2() {
        created(authorise("T01", "nurse", 1, "title", "senior"));
        UUID doctor = person(1, "physician");
        assertThat(appoint(doctor, "T01").body()).contains("establishment-exceeded");
        created(appoint(doctor, "T02"));
        created(appoint(doctor, "T01", "main", false, "fte", 0.2));
        assertThat(appoint(person(2, "nurse"), "T01").body()).contains("establishment-exceeded");
        UUID senior = created(registry.hr().post("/v1/members", physician(3, "category", "nurse", "title", "senior")));
        created(appoint(senior, "T01"));
        assertThat(line("").path("vacancy").asInt()).isZero();
    }

    /** R2: control looks at every day of the appointment, not only at today. */
    @Test
    void aPostThatIsTakenLaterCannotBeGivenOpenEndedNow_R2() {
        created(authorise("T01", "nurse", 1));
        String next = today.plusMonths(2).toString();
        created(appoint(person(1, "nurse"), "T01", "validFrom", next));
        UUID second = person(2, "nurse");
        assertThat(appoint(second, "T01").body()).contains("establishment-exceeded", next);
        created(appoint(second, "T01", "validTo", next));
        assertThat(line("&asOf=" + today).path("held").asInt()).isEqualTo(1);
        assertThat(line("&asOf=" + next).path("held").asInt()).isEqualTo(1);
    }

    /** R2, R3: whoever changes the department keeps the post, even when the establishment is full. */
    @Test
    void aTransferWithinAFullEstablishmentKeepsThePost_R2() {
        created(authorise("T01", "nurse", 1));
        Answer held = appoint(person(1, "nurse"), "T01");
        created(registry.hr()
                .post(
                        "/v1/appointments/" + created(held) + "/transfers",
                        Map.of(
                                "from",
                                today.toString(),
                                "institutionCode",
                                "T01",
                                "department",
                                "外科",
                                "reason",
                                "need")));
        assertThat(line("").path("held").asInt()).isEqualTo(1);
        assertThat(line("").path("vacancy").asInt()).isZero();
    }

    private void department(String code, String name, String from) {
        Map<String, Object> body =
                Map.of("institutionCode", "T01", "code", code, "name", name, "kind", "clinical", "validFrom", from);
        created(registry.hr().post("/v1/departments", body));
    }

    /** R2: a line by the code, an appointment by the name or the other way round: both mean the same department, also after it was renamed. */
    @Test
    void lineAndAppointmentMeetThoughOneNamesTheDepartmentByItsCodeAndTheOtherByItsName_R2() {
        department("IM", "内科", "2010-01-01");
        department("SU", "外科", "2010-01-01");
        UUID post = created(authorise("T01", "nurse", 1, "department", "IM"));
        created(authorise("T01", "physician", 1, "department", "外科"));
        created(appoint(person(1, "nurse"), "T01", "department", "内科"));
        created(appoint(person(2, "physician"), "T01", "department", "SU"));
        assertThat(registry.hr()
                        .get("/v1/authorised-posts?institution=T01")
                        .json()
                        .path("items")
                        .valueStream()
                        .map(item -> item.path("held").asInt()))
                .containsExactly(1, 1);
        UUID third = person(3, "nurse");
        assertThat(appoint(third, "T01", "department", "IM").body()).contains("establishment-exceeded");
        assertThat(appoint(third, "T01", "department", "SU").body()).contains("establishment-exceeded");
        assertThat(authorise("T01", "nurse", 1, "department", "内科").body()).contains("post-overlaps");
        registry.imported("departments", """
                institution_code,code,valid_from,name,name_en,kind,specialty,parent_code,head_staff_no,valid_to
                T01,IM,2024-01-01,大内科,,clinical,,,,
                """);
        assertThat(registry.imported("authorised-posts", """
                        external_id,institution_code,department,category,title,headcount,valid_from,valid_to,reason
                        P1,T01,大内科,nurse,,3,2024-06-01,,
                        """).path("rejected").asInt())
                .isEqualTo(1);
        created(permit(Role.ASSOCIATION_ADMIN, post, 1));
        created(appoint(third, "T01", "department", "大内科", "validFrom", "2024-06-01"));
    }

    /** R2: two offices cannot give the last vacancy twice. */
    @Test
    void theLastVacancyIsGivenOnce_R2() throws Exception {
        created(authorise("T01", "nurse", 1));
        List<UUID> nurses = List.of(person(1, "nurse"), person(2, "nurse"), person(3, "nurse"), person(4, "nurse"));
        try (ExecutorService offices = Executors.newFixedThreadPool(nurses.size())) {
            List<Future<Integer>> answers = nurses.stream()
                    .map(nurse -> offices.submit(() -> appoint(nurse, "T01").status()))
                    .toList();
            int made = 0;
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isIn(201, 422);
                made += answer.get() == 201 ? 1 : 0;
            }
            assertThat(made).isEqualTo(1);
        }
        assertThat(line("").path("held").asInt()).isEqualTo(1);
    }

    /** R2, R13: a file is held to the establishment like a form, its own rows counted. */
    @Test
    void aFileCannotExceedTheEstablishmentEither_R2() {
        created(authorise("T01", "nurse", 2));
        person(1, "nurse");
        person(2, "nurse");
        person(3, "nurse");
        StringBuilder csv = new StringBuilder(
                "external_id,staff_no,institution_code,department,post,fte,main,valid_from,valid_to\n");
        for (int i = 1; i <= 3; i++) {
            csv.append("A%d,S%05d,T01,,nurse,1.00,true,2024-01-01,\n".formatted(i, i));
        }
        JsonNode job = registry.imported("appointments", csv.toString());
        assertThat(job.path("accepted").asInt()).isEqualTo(2);
        assertThat(registry.hr()
                        .get("/v1/imports/" + job.path("id").asString() + "/rows?status=rejected")
                        .body())
                .contains("institution_code", "establishment-exceeded");
        assertThat(registry.imported("appointments", csv.toString())
                        .path("rejected")
                        .asInt())
                .isEqualTo(1);
    }

    /** R2: nobody can fall under two lines, and a line changes only by who has read it. */
    @Test
    void linesOfOneInstitutionNeverOverlap_R2() {
        Answer any = authorise("T01", "nurse", 5, "validTo", "2026-01-01");
        created(any);
        assertThat(authorise("T01", "nurse", 1, "title", "senior").body()).contains("post-overlaps");
        created(authorise("T01", "nurse", 6, "validFrom", "2026-01-01"));
        created(authorise("T01", "physician", 2, "department", "内科"));
        created(authorise("T01", "physician", 2, "department", "外科"));
        assertThat(authorise("T01", "physician", 2).body()).contains("post-overlaps");
        String path = "/v1/authorised-posts/" + any.id();
        Map<String, Object> longer = Map.of(
                "category",
                "nurse",
                "headcount",
                5,
                "validFrom",
                "2020-01-01",
                "validTo",
                "2026-02-01",
                "reason",
                "deed");
        assertThat(registry.hr().put(path, longer, "\"1\"").body()).contains("post-overlaps");
        Map<String, Object> fewer = Map.of(
                "category",
                "nurse",
                "headcount",
                4,
                "validFrom",
                "2020-01-01",
                "validTo",
                "2026-01-01",
                "reason",
                "deed");
        assertThat(registry.hr().put(path, fewer, null).status()).isEqualTo(428);
        assertThat(registry.hr().put(path, fewer, "\"3\"").status()).isEqualTo(412);
        assertThat(registry.hr().put(path, fewer, "\"1\"").header("ETag")).isEqualTo("\"2\"");
    }

    @Test
    void aLineOrPermitThatCannotBeIsRefusedWithAReason_R2() {
        assertThat(authorise("T01", "nurse", -1).body()).contains("/headcount", "out-of-range");
        assertThat(authorise("T99", "nurse", 1).body()).contains("/institutionCode", "unknown-institution");
        assertThat(authorise("T01", "wizard", 1).body()).contains("/category", "unknown-value");
        assertThat(authorise("T01", "nurse", 1, "validTo", "2019-01-01").body())
                .contains("/validTo", "period-inverted");
        UUID post = created(authorise("T01", "nurse", 1));
        assertThat(registry.as(Role.ASSOCIATION_ADMIN, "*")
                        .post(
                                "/v1/authorised-posts/" + post + "/permits",
                                Map.of("extra", 0, "validFrom", "2026-01-01"))
                        .body())
                .contains("/extra", "/validTo", "/reason");
        TestApi other = registry.as(Role.HR_OFFICER, "T02");
        assertThat(other.get("/v1/authorised-posts").json().path("items")).isEmpty();
        assertThat(other.post(
                                "/v1/authorised-posts",
                                Map.of(
                                        "institutionCode",
                                        "T01",
                                        "category",
                                        "nurse",
                                        "headcount",
                                        1,
                                        "validFrom",
                                        "2020-01-01"))
                        .status())
                .isEqualTo(403);
    }

    private JsonNode finding(String query, String rule) {
        return registry.hr()
                .get("/v1/staffing-reports?" + query)
                .json()
                .path("items")
                .valueStream()
                .filter(item -> item.path("rule").asString().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    /** R2: actual, required, gap and which rule, per institution and for the association, as of any date and as known at any time. */
    @Test
    void staffIsComparedWithTheStandardsAsOfAnyDate_R2() {
        created(registry.hr()
                .post(
                        "/v1/institutions",
                        Registry.centre("H01", "tier", "tertiary-hospital", "lead", true, "population", 100_000)));
        created(appoint(person(1, "physician"), "T01"));
        Answer nurse = appoint(person(2, "nurse"), "T01");
        created(nurse);
        created(appoint(person(3, "logistics"), "T01", "validFrom", "2024-01-01"));
        JsonNode staff = finding("institution=T01", "township-staff");
        assertThat(staff.path("actual").asDouble()).isEqualTo(0.096);
        assertThat(staff.path("gap").asDouble()).isEqualTo(0.904);
        assertThat(staff.path("heads").asInt()).isEqualTo(29);
        assertThat(finding("institution=T01", "township-logistics").path("met").asBoolean())
                .isFalse();
        assertThat(finding("institution=T01&asOf=2023-06-01", "township-logistics")
                        .path("met")
                        .asBoolean())
                .isTrue();
        String before = nurse.json().path("recordedAt").asString();
        assertThat(finding("institution=T01&knownAt=" + before, "township-logistics")
                        .path("met")
                        .asBoolean())
                .isTrue();
        assertThat(finding("institution=T01", "township-technicians")
                        .path("actual")
                        .asDouble())
                .isEqualTo(0.6667);
        assertThat(finding("", "association-physicians").path("actual").asDouble())
                .isEqualTo(0.01);
        assertThat(registry.as(Role.HR_OFFICER, "T01")
                        .get("/v1/staffing-reports")
                        .body())
                .doesNotContain("association-physicians", "\"T02\"");
    }
}
