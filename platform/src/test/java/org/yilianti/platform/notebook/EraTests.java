package org.yilianti.platform.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestApi.Answer;
import org.yilianti.platform.test.TestCaller;

/** Days, months and times that no database keeps get a clear problem document, wherever they stand (G1). */
@ServiceTest
class EraTests {

    @LocalServerPort
    int port;

    private TestApi api() {
        return new TestApi(port).as(TestCaller.named("hr").with(Role.HR_OFFICER, "*"));
    }

    @Test
    void parametersBeyondTheEraAreRefused() {
        for (String asked : List.of(
                "day=%2B999999999-12-31",
                "day=1899-12-31", "day=3000-01-01", "month=%2B999999999-12", "month=-0044-03", "month=3000-01")) {
            Answer refused = api().get("/v1/notes/days?" + asked);
            assertThat(refused.status()).as(asked).isEqualTo(422);
            assertThat(refused.code()).as(asked).isEqualTo("request.beyond-era");
        }
        assertThat(api().inLanguage("zh")
                        .get("/v1/notes/days?day=3000-01-01")
                        .json()
                        .path("detail")
                        .asString())
                .isEqualTo("3000-01-01 不在 1900 年至 2999 年之间。");
    }

    @Test
    void parametersOfTheEraAreReadAndWhatIsNoDayIsMalformed() {
        assertThat(api().get("/v1/notes/days?day=1900-01-01&month=2999-12").body())
                .isEqualTo("1900-01-01 2999-12");
        assertThat(api().get("/v1/notes/days?day=&month=").body()).isEqualTo("null null");
        assertThat(api().get("/v1/notes/days?day=2026-02-30").status()).isEqualTo(400);
        assertThat(api().get("/v1/notes/days?month=October").code()).isEqualTo("request.month-malformed");
    }

    @Test
    void fieldsBeyondTheEraAreRefusedEachAtItsPlace() {
        Answer refused = api().post(
                        "/v1/notes/plans",
                        Map.of("day", "+999999999-12-31", "month", "-0044-03", "at", "-0044-03-15T12:00:00Z"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("errors").findValuesAsString("code"))
                .containsOnly("field.InEra")
                .hasSize(3);
        assertThat(refused.json().path("errors").findValuesAsString("pointer"))
                .containsExactlyInAnyOrder("/day", "/month", "/at");
        assertThat(api().post("/v1/notes/plans", Map.of("day", "2026-10-01", "at", "2026-10-01T00:00:00Z"))
                        .status())
                .isEqualTo(200);
    }
}
