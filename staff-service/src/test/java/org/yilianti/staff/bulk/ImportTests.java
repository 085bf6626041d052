package org.yilianti.staff.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestApi.Answer;
import org.yilianti.staff.Registry;
import tools.jackson.databind.JsonNode;

@ServiceTest
class ImportTests {

    private static final String HEADER =
            "code,name,name_en,tier,lead,setting,population,area_km2,latitude,longitude,parent_code\r\n";

    @LocalServerPort
    int port;

    private Registry registry = new Registry(0, new UUID(0, 0));

    @BeforeEach
    void anAssociation() {
        registry = Registry.empty(port);
    }

    private static String row(String code, String name) {
        return code + "," + name + ",,village-clinic,false,rural,1200,,,,\r\n";
    }

    private Answer upload(String list, String csv, String type) {
        return registry.hr()
                .post("/v1/imports?list=" + list, csv, UUID.randomUUID().toString(), type);
    }

    private String rows(JsonNode job) {
        return registry.hr()
                .get("/v1/imports/" + job.path("id").asString() + "/rows")
                .body();
    }

    @Test
    void aFileThatCannotBeTakenIsRefusedAtTheDoor() {
        assertThat(upload("institutions", "", "text/csv").code()).isEqualTo("import.empty");
        assertThat(upload("institutions", "code,nam\nT01,x\n", "text/csv").code())
                .isEqualTo("import.header");
        assertThat(upload("institutions", HEADER, "application/json").status()).isEqualTo(415);
        assertThat(upload("pets", HEADER, "text/csv").status()).isEqualTo(404);
        assertThat(registry.hr().get("/v1/imports").json().path("items")).isEmpty();
    }

    @Test
    void aFileWithBomQuotesLineBreaksAndColumnsInAnotherOrderIsTaken() {
        String csv = "\ufeffname,code,name_en,tier,lead,setting,population,area_km2,latitude,longitude,parent_code\n"
                + "\"云岭, \"\"一\"\"\n卫生室\",V001,,village-clinic,false,rural,1200,,,,\n\n"
                + "二卫生室,V002,,village-clinic,false,rural,1200,,,,\n";
        JsonNode job = registry.imported("institutions", csv);
        assertThat(job.path("accepted").asInt()).as(rows(job)).isEqualTo(1);
        assertThat(rows(job)).contains("\"line\":2", "invalid-text"); // a line break has no place in a name
        assertThat(job.path("progress").asInt()).isEqualTo(100);
    }

    @Test
    void aDryRunReportsTheSameAndChangesNothing() {
        String csv = HEADER + row("V001", "一") + row("V002", "") + row("V001", "再");
        JsonNode dry = registry.imported(registry.hr(), "institutions", csv, true);
        assertThat(dry.path("accepted").asInt()).isEqualTo(1);
        assertThat(dry.path("rejected").asInt()).isEqualTo(2);
        assertThat(registry.hr().get("/v1/institutions").json().path("items")).isEmpty();
        JsonNode real = registry.imported("institutions", csv);
        assertThat(rows(real)).isEqualTo(rows(dry));
    }

    @Test
    void aRowOfTheWrongWidthIsRejectedAndTheRestTaken() {
        JsonNode job = registry.imported("institutions", HEADER + "V001,一\r\n" + row("V002", "二"));
        assertThat(job.path("accepted").asInt()).isEqualTo(1);
        assertThat(rows(job)).contains("wrong-column-count").contains("the row has 2 columns, the header has 11");
        assertThat(registry.hr()
                        .inLanguage("zh-CN")
                        .get("/v1/imports/" + job.path("id").asString() + "/rows")
                        .body())
                .contains("该行有 2 列");
    }

    @Test
    void anOfficeImportsOnlyForItsOwnInstitutionAndSeesOnlyItsOwnImports() {
        TestApi office = registry.as(Role.HR_OFFICER, "V001");
        JsonNode job = registry.imported(office, "institutions", HEADER + row("V001", "一") + row("V002", "二"), false);
        assertThat(job.path("accepted").asInt()).isEqualTo(1);
        assertThat(rows(job)).contains("outside-scope");
        TestApi other = new TestApi(port)
                .as(org.yilianti.platform.test.TestCaller.named("other")
                        .with(Role.HR_OFFICER, "V001")
                        .of(registry.association()));
        assertThat(other.get("/v1/imports/" + job.path("id").asString()).status())
                .isEqualTo(404);
        assertThat(other.get("/v1/imports").json().path("items")).isEmpty();
    }

    @Test
    void aFormulaIsDefusedOnExportAndTakenBackAsItWas() {
        registry.imported("institutions", HEADER + row("V001", "=HYPERLINK(1)"));
        String sheet = registry.hr().get("/v1/exports/institutions").body();
        assertThat(sheet).contains(",'=HYPERLINK(1),");
        assertThat(registry.imported("institutions", sheet).path("unchanged").asInt())
                .isEqualTo(1);
    }

    @Test
    void aTemplateHasExactlyTheHeaderThatAnImportExpects() {
        Answer template = registry.hr().get("/v1/import-templates/institutions");
        assertThat(template.body()).isEqualTo("\ufeff" + HEADER);
        assertThat(template.header("Content-Disposition")).contains("institutions.v1.csv");
    }

    @Test
    void anExportHoldsOnlyWhatIsInScopeAndMasksPersonalNumbers() {
        registry.institution("T01");
        registry.institution("T02");
        registry.physicianAt(1, "T01");
        registry.physicianAt(2, "T02");
        String masked =
                registry.as(Role.HR_OFFICER, "T01").get("/v1/exports/members").body();
        assertThat(masked).contains("S00001").doesNotContain("S00002").doesNotContain("9999991980");
        assertThat(registry.hr().get("/v1/exports/members?reveal=true").body()).contains("9999991980");
        assertThat(registry.as(Role.AUDITOR, "*")
                        .get("/v1/exports/members?reveal=true")
                        .status())
                .isEqualTo(403);
        assertThat(registry.as(Role.AUDITOR, "*")
                        .get("/v1/audit-entries/staff?action=list.exported")
                        .body())
                .contains("\"revealed\":true");
    }
}
