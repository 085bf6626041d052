package org.yilianti.staff.institution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.yilianti.staff.Registry.centre;
import static org.yilianti.staff.Registry.created;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestApi.Answer;
import org.yilianti.platform.test.TestEvents;
import org.yilianti.staff.Registry;

@ServiceTest
class InstitutionServiceTests {

    @Autowired
    TestEvents events;

    @LocalServerPort
    int port;

    private Registry registry = new Registry(0, new UUID(0, 0));

    @BeforeEach
    void anAssociation() {
        registry = Registry.empty(port);
    }

    @Test
    void aFoundedInstitutionIsReadBackAndAnnounced() {
        Answer founded = registry.hr().post("/v1/institutions", centre("T01"));
        created(founded);
        assertThat(founded.header("ETag")).isEqualTo("\"1\"");
        assertThat(registry.hr().get("/v1/institutions/" + founded.id()).body()).isEqualTo(founded.body());
        await().untilAsserted(() ->
                assertThat(events.bodies("staff.institutions", founded.id())).hasSize(1));
    }

    @Test
    void aRevisionNeedsTheVersionReadAndMakesANewOneOnlyWhenItSaysSomethingNew() {
        Answer founded = registry.hr().post("/v1/institutions", centre("T01"));
        String path = "/v1/institutions/" + created(founded);
        assertThat(registry.hr().put(path, founded.body(), "\"1\"").header("ETag"))
                .isEqualTo("\"1\"");
        Answer revised = registry.hr().put(path, centre("T01", "population", 40000), "\"1\"");
        assertThat(revised.header("ETag")).isEqualTo("\"2\"");
        assertThat(registry.hr().put(path, centre("T01"), "\"1\"").status()).isEqualTo(412);
        assertThat(registry.hr().put(path, centre("T02"), "\"2\"").body()).contains("immutable");
        await().untilAsserted(() ->
                assertThat(events.bodies("staff.institutions", founded.id())).hasSize(2));
    }

    @Test
    void aParentMustExistAndMayNotBeADescendant() {
        assertThat(registry.hr()
                        .post("/v1/institutions", centre("T01", "parentCode", "H01"))
                        .body())
                .contains("unknown-institution");
        UUID parent = registry.institution("H01");
        created(registry.hr().post("/v1/institutions", centre("T01", "parentCode", "H01")));
        assertThat(registry.hr()
                        .put("/v1/institutions/" + parent, centre("H01", "parentCode", "T01"), "\"1\"")
                        .body())
                .contains("parent-circle");
    }

    @Test
    void anOfficeSeesAndChangesOnlyItsOwnInstitution() {
        UUID here = registry.institution("T01");
        UUID there = registry.institution("T02");
        TestApi office = registry.as(Role.HR_OFFICER, "T01");
        assertThat(office.get("/v1/institutions").json().path("items")).hasSize(1);
        assertThat(office.get("/v1/institutions/" + there).status()).isEqualTo(404);
        assertThat(office.put("/v1/institutions/" + there, centre("T02", "population", 1), "\"1\"")
                        .status())
                .isEqualTo(404);
        assertThat(office.put("/v1/institutions/" + here, centre("T01", "population", 1), "\"1\"")
                        .status())
                .isEqualTo(200);
        assertThat(office.post("/v1/institutions", centre("T03")).code()).isEqualTo("access.institution");
    }

    @Test
    void institutionsAreFoundByTierAndPartOfAName() {
        registry.institution("T01");
        created(registry.hr()
                .post("/v1/institutions", centre("H01", "tier", "tertiary-hospital", "nameEn", "Yunling Hospital")));
        assertThat(registry.hr()
                        .get("/v1/institutions?tier=tertiary-hospital")
                        .json()
                        .path("items"))
                .hasSize(1);
        assertThat(registry.hr().get("/v1/institutions?q=ling%20hosp").json().path("items"))
                .hasSize(1);
        assertThat(registry.hr()
                        .get("/v1/institutions?sort=-code")
                        .json()
                        .path("items")
                        .path(0)
                        .path("code")
                        .asString())
                .isEqualTo("T01");
    }

    private static Map<String, Object> function(String code, String from, String to) {
        return to.isEmpty()
                ? Map.of("function", code, "validFrom", from)
                : Map.of("function", code, "validFrom", from, "validTo", to);
    }

    @Test
    void anInstitutionIsThereForSeveralThingsFromDayToDay_R1() {
        UUID id = registry.institution("T01");
        registry.institution("T02");
        String path = "/v1/institutions/" + id + "/functions";
        Map<String, Object> body = Map.of(
                "functions",
                List.of(
                        function("rehabilitation", "2015-01-01", "2020-01-01"),
                        function("basic-care", "2010-01-01", ""),
                        function("public-health", "2018-01-01", "")));
        assertThat(registry.hr().put(path, body, "\"7\"").status()).isEqualTo(412);
        assertThat(registry.hr().put(path, body, "\"1\"").header("ETag")).isEqualTo("\"2\"");
        assertThat(registry.hr().put(path, body, "\"2\"").header("ETag"))
                .as("says nothing new")
                .isEqualTo("\"2\"");
        assertThat(registry.hr().get("/v1/institutions/" + id).json().path("functions"))
                .hasSize(3);
        assertThat(registry.hr()
                        .get("/v1/institutions?function=basic-care")
                        .json()
                        .path("items"))
                .hasSize(1);
        assertThat(registry.hr()
                        .get("/v1/institutions?function=rehabilitation")
                        .json()
                        .path("items"))
                .as("not any more")
                .isEmpty();
        Map<String, Object> wrong = Map.of(
                "functions",
                List.of(
                        function("basic-care", "2010-01-01", ""),
                        function("basic-care", "2012-01-01", ""),
                        function("magic", "2012-01-01", "2011-01-01")));
        assertThat(registry.hr().put(path, wrong, "\"2\"").body())
                .contains("/functions/1/validFrom", "function-overlaps", "/functions/2/function", "period-inverted");
        assertThat(registry.hr().put(path, Map.of(), "\"2\"").body()).contains("/functions");
        registry.hr().put("/v1/institutions/" + id, centre("T01", "population", 1), "\"2\"");
        assertThat(registry.hr().get("/v1/institutions/" + id).json().path("functions"))
                .as("a revision keeps them")
                .hasSize(3);
    }

    @Test
    void functionsComeAndGoAsFiles_R1_R13() {
        registry.institution("T01");
        String header = "institution_code,function,valid_from,valid_to\n";
        var job = registry.imported(
                "institution-functions", header + "T01,basic-care,2010-01-01,\nT01,teaching,2012-01-01,2016-01-01\n");
        assertThat(job.path("created").asInt()).as(job.toString()).isEqualTo(2);
        assertThat(registry.hr().get("/v1/exports/institution-functions").body())
                .contains("T01,teaching,2012-01-01,2016-01-01");
        job = registry.imported(
                "institution-functions",
                header
                        + "T01,basic-care,2010-01-01,\nT01,teaching,2012-01-01,2015-01-01\nT01,teaching,2014-01-01,\nT09,teaching,2014-01-01,\n");
        assertThat(job.path("unchanged").asInt()).as(job.toString()).isEqualTo(1);
        assertThat(job.path("changed").asInt()).as(job.toString()).isEqualTo(1);
        assertThat(job.path("rejected").asInt()).as(job.toString()).isEqualTo(2);
    }

    @Test
    void theAssociationIsRegisteredByItsFirstPutAndRevisedByLaterOnes() {
        TestApi admin = registry.as(Role.ASSOCIATION_ADMIN, "*");
        Map<String, String> body = Map.of("code", "YL", "name", "云岭医联体");
        assertThat(admin.get("/v1/association").code()).isEqualTo("association.unregistered");
        assertThat(admin.put("/v1/association", body, "\"0\"").status()).isEqualTo(200);
        assertThat(admin.put("/v1/association", body, "\"0\"").status()).isEqualTo(412);
        assertThat(admin.get("/v1/association").header("ETag")).isEqualTo("\"1\"");
        assertThat(admin.put("/v1/association", Map.of("code", "YL", "name", ""), "\"1\"")
                        .body())
                .contains("/name");
    }
}
