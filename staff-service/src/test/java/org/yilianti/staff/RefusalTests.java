package org.yilianti.staff;

import static org.yilianti.platform.test.EveryEndpointKeepsToInstitutions.Example.list;
import static org.yilianti.platform.test.EveryEndpointKeepsToInstitutions.Example.refused;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yilianti.platform.test.EveryEndpointKeepsToInstitutions;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.staff.alert.AlertWorker;

@ServiceTest
class RefusalTests implements EveryEndpointKeepsToInstitutions {

    private static final String HERE = "HERE";

    @Autowired
    ApplicationContext context;

    @LocalServerPort
    int port;

    private final UUID association = UUID.randomUUID();

    @Override
    public ApplicationContext context() {
        return context;
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public UUID association() {
        return association;
    }

    /** One institution with a physician, a licence, an appointment and an import that rejected a row. */
    @Override
    public List<Example> examples() {
        Registry registry = new Registry(port, association);
        registry.institution(ELSEWHERE);
        UUID institution = registry.institution(HERE);
        UUID member = registry.physicianAt(1, HERE);
        UUID licence = Registry.created(registry.hr().post("/v1/licences", Registry.licence(member, "L-1", HERE)));
        String appointment = registry.hr()
                .get("/v1/members/" + member + "/appointments")
                .json()
                .path("items")
                .path(0)
                .path("id")
                .asString();
        String soon = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(5).toString();
        UUID holder = registry.physicianAt(2, HERE);
        registry.hr().post("/v1/licences", Registry.licence(holder, "L-SOON", HERE, "validTo", soon));
        context.getBean(AlertWorker.class).lookAt(association);
        String alert = registry.hr()
                .get("/v1/alerts")
                .json()
                .path("items")
                .path(0)
                .path("id")
                .asString();
        Map<String, Object> passed = Map.of("licenceId", licence, "heldOn", "2026-01-10", "result", "passed");
        UUID assessment = Registry.created(registry.hr().post("/v1/assessments", passed));
        Map<String, Object> line = Map.of(
                "institutionCode",
                HERE,
                "category",
                "nurse",
                "headcount",
                7,
                "validFrom",
                "2020-01-01",
                "reason",
                "test");
        UUID post = Registry.created(registry.hr().post("/v1/authorised-posts", line));
        UUID promotion = Registry.created(registry.hr().post("/v1/promotion-cases", Map.of("memberId", member)));
        String header =
                "staff_no,name,name_latin,sex,birth_date,national_id,phone,category,title,title_since,specialty,"
                        + "specialty_since,institution_head";
        String csv = header + "\nBROKEN" + ",".repeat(12) + "\n";
        UUID job = UUID.fromString(registry.imported("members", csv).path("id").asString());
        Map<String, Object> away =
                Map.of("kind", "study", "validFrom", "2051-01-01", "validTo", "2051-02-01", "reason", "test");
        UUID leave = Registry.created(registry.hr().post("/v1/members/" + member + "/leaves", away));
        Map<String, Object> terms =
                Map.of("kind", "open-ended", "institutionCode", HERE, "validFrom", "2051-01-01", "reason", "test");
        UUID contract = Registry.created(registry.hr().post("/v1/members/" + member + "/contracts", terms));
        UUID departed =
                Registry.created(registry.hr().post("/v1/members", Registry.physician(3, "registeredAt", HERE)));
        UUID erasure =
                Registry.created(registry.hr().post("/v1/members/" + departed + "/erasures", Map.of("reason", "test")));
        String members = "/v1/members/" + member;
        String licences = "/v1/licences/" + licence;
        String imports = "/v1/imports/" + job;
        Map<String, Object> until = Map.of("from", "2026-01-01", "reason", "test");
        List<Example> examples = new ArrayList<>(new TrainingExamples(registry, member, HERE).all());
        examples.addAll(new RemediationExamples(registry, member).all());
        examples.addAll(new EvidenceExamples(registry, licence).all());
        examples.addAll(new TeamExamples(registry, member, HERE).all());
        examples.addAll(new TenureExamples(registry, member, HERE).all());
        examples.addAll(new AssociationExamples(registry, member, HERE).all());
        examples.addAll(new RecruitmentExamples(registry, HERE, context.getBean(JdbcClient.class)).all());
        examples.addAll(List.of(
                list("GET /v1/authorised-posts", "/v1/authorised-posts", post.toString()),
                refused("POST /v1/authorised-posts", "/v1/authorised-posts", line),
                refused("PUT /v1/authorised-posts/{id}", "/v1/authorised-posts/" + post, line),
                refused(
                        "POST /v1/authorised-posts/{id}/permits",
                        "/v1/authorised-posts/" + post + "/permits",
                        Map.of("extra", 1, "validFrom", "2026-01-01", "validTo", "2027-01-01", "reason", "test")),
                list("GET /v1/staffing-reports", "/v1/staffing-reports", "\"" + HERE + "\""),
                list("GET /v1/echelons", "/v1/echelons", "\"" + HERE + "\""),
                list("GET /v1/promotion-cases", "/v1/promotion-cases", promotion.toString())
                        .of("S00001"),
                refused("POST /v1/promotion-cases", "/v1/promotion-cases", Map.of("memberId", member)),
                refused("GET /v1/promotion-cases/{id}", "/v1/promotion-cases/" + promotion, null)
                        .of("S00001"),
                refused(
                        "POST /v1/promotion-cases/{id}/approvals",
                        "/v1/promotion-cases/" + promotion + "/approvals",
                        Map.of("effectiveOn", "2055-01-01")),
                refused(
                        "POST /v1/promotion-cases/{id}/refusals",
                        "/v1/promotion-cases/" + promotion + "/refusals",
                        Map.of("reason", "test")),
                refused(
                                "GET /v1/members/{id}/promotion-eligibility",
                                "/v1/members/" + member + "/promotion-eligibility",
                                null)
                        .of("S00001"),
                refused("GET /v1/members/{id}/rewards", "/v1/members/" + member + "/rewards", null)
                        .of("S00001"),
                list("GET /v1/alerts", "/v1/alerts", alert).of("S00002"),
                refused("POST /v1/alerts/{id}/acknowledgements", "/v1/alerts/" + alert + "/acknowledgements", Map.of()),
                list("GET /v1/assessments", "/v1/assessments", assessment.toString())
                        .of("S00001"),
                refused("POST /v1/assessments", "/v1/assessments", passed),
                refused("GET /v1/assessments/{id}", "/v1/assessments/" + assessment, null)
                        .of("S00001"),
                refused(
                        "POST /v1/assessments/{id}/annulments",
                        "/v1/assessments/" + assessment + "/annulments",
                        Map.of("reason", "test")),
                refused(
                        "PUT /v1/appointments/{id}",
                        "/v1/appointments/" + appointment,
                        Registry.appointment(HERE, "reason", "test")),
                refused("GET /v1/appointments/{id}/revisions", "/v1/appointments/" + appointment + "/revisions", null)
                        .of("S00001"),
                refused(
                        "POST /v1/appointments/{id}/annulments",
                        "/v1/appointments/" + appointment + "/annulments",
                        Map.of()),
                refused(
                        "POST /v1/appointments/{id}/transfers",
                        "/v1/appointments/" + appointment + "/transfers",
                        Map.of("from", "2019-01-01", "institutionCode", HERE, "reason", "test")),
                refused(
                        "POST /v1/appointments/{id}/endings",
                        "/v1/appointments/" + appointment + "/endings",
                        Map.of("validTo", "2030-01-01", "reason", "test")),
                list("GET /v1/exports/{list}", "/v1/exports/members", "S00001"),
                list("GET /v1/imports", "/v1/imports", job.toString()),
                refused("GET /v1/imports/{id}", imports, null),
                refused("GET /v1/imports/{id}/rows", imports + "/rows", null),
                refused("GET /v1/imports/{id}/result", imports + "/result", null),
                refused("POST /v1/imports/{id}/cancellations", imports + "/cancellations", Map.of()),
                refused("POST /v1/institutions", "/v1/institutions", Registry.centre("NEW")),
                refused("PUT /v1/institutions/{id}", "/v1/institutions/" + institution, Registry.centre(HERE)),
                refused(
                        "PUT /v1/institutions/{id}/functions",
                        "/v1/institutions/" + institution + "/functions",
                        Map.of("functions", List.of())),
                list("GET /v1/licences", "/v1/licences", "L-1").of("S00001"),
                refused("POST /v1/licences", "/v1/licences", Registry.licence(member, "L-2", HERE))
                        .unknownAs("unknown-member"),
                refused("GET /v1/licences/{id}", licences, null).of("S00001"),
                refused("POST /v1/licences/{id}/suspensions", licences + "/suspensions", until),
                refused("POST /v1/licences/{id}/resumptions", licences + "/resumptions", until),
                refused("POST /v1/licences/{id}/revocations", licences + "/revocations", until),
                list("GET /v1/members", "/v1/members", "S00001").of("S00001"),
                refused(
                        "POST /v1/members/{id}/disclosures",
                        members + "/disclosures",
                        Map.of("fields", List.of("phone"), "reason", "test")),
                refused("POST /v1/members/{id}/erasures", members + "/erasures", Map.of("reason", "test")),
                list("GET /v1/erasures", "/v1/erasures", erasure.toString()),
                refused("GET /v1/erasures/{id}", "/v1/erasures/" + erasure, null),
                refused("POST /v1/erasures/{id}/refusals", "/v1/erasures/" + erasure + "/refusals", Map.of()),
                refused("POST /v1/erasures/{id}/approvals", "/v1/erasures/" + erasure + "/approvals", Map.of()),
                refused("GET /v1/members/{id}/leaves", members + "/leaves", null)
                        .of("S00001"),
                refused("POST /v1/members/{id}/leaves", members + "/leaves", away),
                refused("PUT /v1/leaves/{id}", "/v1/leaves/" + leave, away),
                refused("GET /v1/leaves/{id}/revisions", "/v1/leaves/" + leave + "/revisions", null)
                        .of("S00001"),
                refused("POST /v1/leaves/{id}/returns", "/v1/leaves/" + leave + "/returns", Map.of("on", "2051-01-05")),
                refused("POST /v1/leaves/{id}/annulments", "/v1/leaves/" + leave + "/annulments", Map.of()),
                refused("GET /v1/members/{id}/contracts", members + "/contracts", null)
                        .of("S00001"),
                refused("POST /v1/members/{id}/contracts", members + "/contracts", terms),
                refused("PUT /v1/contracts/{id}", "/v1/contracts/" + contract, terms),
                refused("GET /v1/contracts/{id}/revisions", "/v1/contracts/" + contract + "/revisions", null)
                        .of("S00001"),
                refused("POST /v1/contracts/{id}/renewals", "/v1/contracts/" + contract + "/renewals", terms),
                refused("POST /v1/contracts/{id}/endings", "/v1/contracts/" + contract + "/endings", Map.of()),
                list("GET /v1/members/matches", "/v1/members/matches?title=intermediate", "S00001")
                        .of("S00001"),
                refused("GET /v1/members/{id}", members, null).of("S00001"),
                refused("PUT /v1/members/{id}", members, Registry.physician(1)),
                refused("GET /v1/members/{id}/likely-duplicates", members + "/likely-duplicates", null)
                        .of("S00001"),
                refused("GET /v1/members/{id}/mergers", members + "/mergers", null)
                        .of("S00001"),
                refused(
                        "POST /v1/members/{id}/mergers",
                        members + "/mergers",
                        Map.of("duplicateId", member, "reason", "test")),
                refused("GET /v1/members/{id}/appointments", members + "/appointments", null)
                        .of("S00001"),
                refused(
                        "POST /v1/members/{id}/appointments",
                        members + "/appointments",
                        Registry.appointment(HERE, "main", false, "fte", 0.1))));
        return examples;
    }

    @Override
    public Map<String, String> withoutInstitution() {
        Map<String, String> reasons = new HashMap<>(EveryEndpointKeepsToInstitutions.ofThePlatform("staff"));
        reasons.putAll(TrainingExamples.PUBLIC);
        reasons.put("GET /v1/association", "the association itself is known to all its callers");
        reasons.put("PUT /v1/association", "only for the whole association");
        reasons.put("GET /v1/disclosures/{id}", "only to whom it was disclosed: DisclosureServiceTests");
        reasons.put("GET /v1/my/registry-records", "only the caller's own: DisclosureServiceTests");
        reasons.put("GET /v1/import-templates/{list}", "an empty template");
        reasons.put("GET /v1/institutions", "the directory of institutions is public in the association");
        reasons.put("GET /v1/institutions/{id}", "the directory of institutions is public in the association");
        reasons.put("POST /v1/imports", "each row is checked against the caller's institutions: ImportTests");
        reasons.put("POST /v1/members", "a new person belongs to no institution until appointed");
        return reasons;
    }
}
