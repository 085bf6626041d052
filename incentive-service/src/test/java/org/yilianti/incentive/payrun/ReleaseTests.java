package org.yilianti.incentive.payrun;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yilianti.incentive.directory.Institutions;
import org.yilianti.incentive.directory.Members;
import org.yilianti.incentive.directory.ServiceRecords;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestApi.Answer;
import org.yilianti.platform.test.TestCaller;

/** Money is released by people who signed in a short while ago (I6). */
@ServiceTest
class ReleaseTests {

    @LocalServerPort
    int port;

    @Autowired
    Institutions institutions;

    @Autowired
    Members members;

    @Autowired
    ServiceRecords records;

    PayMonth month;
    UUID run;

    @BeforeEach
    void noticedRun() {
        month = new PayMonth(port, institutions, members, records);
        UUID place = month.institution("I", 1_000);
        month.service(month.member("1", "junior"), place, "duty", 60, false);
        run = month.run(month.evaluated(Map.of(place, "1"), Map.of()), month.pool(1_000));
        month.calculate(run);
        month.review(month.reviewer(), run, true);
        month.decide(month.officer(), run, "notices");
    }

    private TestApi officer(Duration signedInFor) {
        return officer("payroll", signedInFor);
    }

    private TestApi officer(String name, Duration signedInFor) {
        return new TestApi(port)
                .as(TestCaller.named(name).with(Role.PAYROLL_OFFICER, "*").signedInFor(signedInFor));
    }

    private String step(String step) {
        return "/v1/pay-runs/" + run + "/" + step;
    }

    @Test
    void aRunIsFinalisedAndPaidOnlyWithinFifteenMinutesOfASignIn() {
        for (String step : List.of("finalisations", "payments")) {
            TestApi early = officer(step, Duration.ofMinutes(16));
            TestApi recent = officer(step, Duration.ofMinutes(10));
            Answer refused = early.post(step(step), Map.of());
            assertThat(refused.status()).as(refused.body()).isEqualTo(401);
            assertThat(refused.code()).isEqualTo("access.sign-in-again");
            assertThat(refused.header("WWW-Authenticate"))
                    .isEqualTo("Bearer error=\"insufficient_user_authentication\", max_age=\"900\"");
            assertThat(recent.post(step(step), Map.of()).status()).isEqualTo(200);
        }
    }

    @Test
    void theRefusalSaysInTheCallersLanguageWhatToDo() {
        Answer english = officer(Duration.ofHours(2)).inLanguage("en").post(step("finalisations"), Map.of());
        Answer chinese = officer(Duration.ofHours(2)).inLanguage("zh").post(step("finalisations"), Map.of());
        assertThat(english.json().path("detail").asString()).contains("last 15 minutes", "sign in again");
        assertThat(chinese.json().path("detail").asString()).contains("15 分钟", "重新登录");
    }

    @Test
    void aMachineReleasesNothing() {
        Answer refused = officer(null).post(step("finalisations"), Map.of());
        assertThat(refused.status()).isEqualTo(401);
        assertThat(month.read(run).json().path("status").asString()).isEqualTo("noticed");
    }

    @Test
    void theSameRequestGoesThroughUnderItsKeyOnceThePersonSignedInAgain() {
        String key = UUID.randomUUID().toString();
        assertThat(officer(Duration.ofHours(1))
                        .post(step("finalisations"), Map.of(), key)
                        .status())
                .isEqualTo(401);
        assertThat(officer(Duration.ZERO)
                        .post(step("finalisations"), Map.of(), key)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aPayFileIsReleasedByARecentSignInOnly() {
        month.decide(month.reviewer(), run, "finalisations");
        month.decide(month.officer(), run, "payments");
        TestApi reviewer = new TestApi(port)
                .as(TestCaller.named("checker").with(Role.PAYROLL_REVIEWER, "*").signedInFor(Duration.ofHours(1)));
        assertThat(reviewer.post("/v1/pay-files/" + run + "/releases", Map.of()).status())
                .as("before it is even looked for")
                .isEqualTo(401);
    }
}
