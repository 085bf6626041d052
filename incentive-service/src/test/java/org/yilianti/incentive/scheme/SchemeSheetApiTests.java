package org.yilianti.incentive.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestApi.Answer;
import org.yilianti.platform.test.TestCaller;
import tools.jackson.databind.JsonNode;

/** Sheets of schemes over HTTP (I1). */
@ServiceTest
class SchemeSheetApiTests {

    private static final String HEADER =
            "kind,code,parent,name,nameEn,weight,scoring,target,floor,bands,unit,source,noData\n";

    @LocalServerPort
    int port;

    private final UUID association = UUID.randomUUID();

    private TestApi who(Role role) {
        return new TestApi(port).as(TestCaller.named("e").of(association).with(role, "*"));
    }

    private static String sheet(String name, String weight) {
        return HEADER + "scheme,,,%s,,,,,,,,,zero\nindicator,a,,A,,%s,ratio,1,,,%%,entry,\n".formatted(name, weight)
                + "indicator,b,,B,,0.5,ratio,1,,,,,\n";
    }

    private Answer send(String sheet, String query) {
        return who(Role.EVALUATOR)
                .post(
                        "/v1/indicator-schemes/sheets" + query,
                        sheet,
                        UUID.randomUUID().toString(),
                        "text/csv");
    }

    @Test
    void aSheetBecomesADraftAndComingBackChangesNothing() {
        Answer judged = send(sheet("Town", "0.5"), "?dryRun=true");
        assertThat(judged.json().path("outcome").asString()).isEqualTo("judged");
        assertThat(who(Role.AUDITOR)
                        .get("/v1/indicator-schemes")
                        .json()
                        .path("items")
                        .size())
                .isZero();

        JsonNode drafted = send(sheet("Town", "0.5"), "").json();
        assertThat(drafted.path("outcome").asString()).isEqualTo("drafted");
        assertThat(drafted.path("scheme").path("status").asString()).isEqualTo("draft");
        assertThat(drafted.path("scheme")
                        .path("indicators")
                        .path(0)
                        .path("source")
                        .asString())
                .isEqualTo("entry");
        String address =
                "/v1/indicator-schemes/" + drafted.path("scheme").path("id").asString();
        String written = who(Role.AUDITOR).get(address + "/sheet").body();
        assertThat(written).contains("scheme,,,Town").contains("indicator,a,,A,,0.5,ratio,1,,,%,entry,");

        JsonNode again = send(written, "").json();
        assertThat(again.path("outcome").asString()).isEqualTo("unchanged");
        assertThat(again.path("scheme").path("id"))
                .isEqualTo(drafted.path("scheme").path("id"));
        assertThat(who(Role.AUDITOR)
                        .get("/v1/indicator-schemes")
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(1);
        Answer revised = who(Role.EVALUATOR).put(address + "/sheet", written, "\"1\"");
        assertThat(revised.status()).isEqualTo(200);
        assertThat(revised.header("ETag")).as("nothing was written").isEqualTo("\"1\"");
    }

    @Test
    void aDraftIsRevisedByItsSheetAndNeverByAnothers() {
        UUID id = UUID.fromString(
                send(sheet("Town", "0.5"), "").json().path("scheme").path("id").asString());
        String address = "/v1/indicator-schemes/" + id + "/sheet";
        String changed = sheet("Town", "0.5").replace(",A,", ",Records,");
        assertThat(who(Role.EVALUATOR).put(address, changed, "\"7\"").status()).isEqualTo(412);
        assertThat(who(Role.EVALUATOR).put(address, changed, null).status()).isEqualTo(428);
        assertThat(who(Role.EVALUATOR)
                        .put(address, sheet("City", "0.5"), "\"1\"")
                        .code())
                .isEqualTo("scheme.sheet-of-another");
        assertThat(who(Role.EVALUATOR).put(address, changed, "\"1\"").header("ETag"))
                .isEqualTo("\"2\"");
        JsonNode next = send(sheet("Town", "0.5"), "").json();
        assertThat(next.path("scheme").path("edition").asInt()).isEqualTo(2);
        assertThat(next.path("differences").path(0).path("field").asString()).isEqualTo("name");
    }

    @Test
    void aSheetThatBreaksARuleWritesNothingAndSaysWhyInTheCallersLanguage() {
        Answer refused = send(sheet("Town", "0.4999"), "");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("The weights sum to 0.9999", "/lines/2/weight");
        Answer chinese = who(Role.EVALUATOR)
                .inLanguage("zh")
                .post(
                        "/v1/indicator-schemes/sheets",
                        sheet("Town", "x"),
                        UUID.randomUUID().toString(),
                        "text/csv");
        assertThat(chinese.body()).contains("“x”不是 12 或 0.25 这样的数字");
        assertThat(send("PK nothing", "").code()).isEqualTo("sheet.unreadable");
        assertThat(who(Role.AUDITOR)
                        .get("/v1/indicator-schemes")
                        .json()
                        .path("items")
                        .size())
                .isZero();
    }

    /** I1: the eleven basic public health services as a sheet to fill in. */
    @Test
    void aTemplateListsItsCodesAndIsASheetItself() {
        String blank = who(Role.AUDITOR)
                .get("/v1/indicator-scheme-templates/blank/sheet")
                .body();
        assertThat(blank).contains("# scoring: linear, ratio, threshold, reverse, banded", "# source: entry");
        String ready = who(Role.AUDITOR)
                .inLanguage("zh")
                .get("/v1/indicator-scheme-templates/basic-public-health-services/sheet")
                .body();
        assertThat(ready).contains("以 # 开头的行不读取", "居民健康档案");
        assertThat(send(ready, "").json().path("scheme").path("indicators").size())
                .isGreaterThanOrEqualTo(11);
        for (String format : List.of("xlsx", "doc")) {
            Answer file = who(Role.AUDITOR).get("/v1/indicator-scheme-templates/blank/sheet?format=" + format);
            assertThat(file.status()).isEqualTo(format.equals("doc") ? 400 : 200);
        }
        assertThat(who(Role.AUDITOR)
                        .get("/v1/indicator-scheme-templates/none/sheet")
                        .status())
                .isEqualTo(404);
    }
}
