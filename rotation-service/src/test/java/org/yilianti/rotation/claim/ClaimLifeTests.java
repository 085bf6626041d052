package org.yilianti.rotation.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestEvents;
import org.yilianti.rotation.TestMonth;
import org.yilianti.rotation.TestRoster;
import org.yilianti.rotation.TestRotation;
import tools.jackson.databind.JsonNode;

/** M9: staff choose among open duties. */
@ServiceTest
class ClaimLifeTests {

    @LocalServerPort
    private int port;

    @Autowired
    private TestEvents events;

    @Autowired
    private JdbcTemplate jdbc;

    private TestRoster roster;
    private JsonNode duty;
    private List<UUID> able;

    @BeforeEach
    void aDutyThatStandsOpenAndPeopleWhoMayHaveIt() {
        roster = new TestRoster(new TestMonth(new TestRotation(port, events)), jdbc);
        duty = roster.assigned("NE");
        roster.open(duty);
        able =
                TestRotation.all(roster.scheduler(), "/v1/duties/" + TestRoster.id(duty) + "/replacements?limit=200")
                        .stream()
                        .filter(offer -> offer.path("moves").size() == 1)
                        .map(TestRoster::holder)
                        .toList();
        assertThat(able).hasSizeGreaterThan(1);
    }

    @Test
    void openDutiesAreShownToThoseWhoCouldWorkThereAndToNobodyElse() {
        assertThat(open(able.getFirst())).contains(TestRoster.id(duty));
        assertThat(open(roster.month.people.getFirst())).as("a physician").doesNotContain(TestRoster.id(duty));
    }

    @Test
    void aClaimIsGrantedByASchedulerAndEndsTheOthers() {
        TestApi.Answer first = claim(able.get(0));
        TestApi.Answer second = claim(able.get(1));
        assertThat(first.status()).as(first.body()).isEqualTo(201);
        assertThat(second.status()).as(second.body()).isEqualTo(201);
        assertThat(claim(able.get(0)).code()).isEqualTo("claim.twice");
        TestApi.Answer granted = roster.scheduler().post("/v1/duty-claims/" + first.id() + "/grants", "{}");
        assertThat(granted.status()).as(granted.body()).isEqualTo(200);
        assertThat(TestRoster.holder(roster.duty(TestRoster.id(duty)))).isEqualTo(able.get(0));
        List<JsonNode> theirs = TestRotation.all(roster.as(able.get(1)), "/v1/duty-claims?limit=50");
        assertThat(theirs).hasSize(1);
        assertThat(theirs.getFirst().path("state").asString()).isEqualTo("refused");
        assertThat(claim(able.get(1)).code()).isEqualTo("duty.not-open");
    }

    @Test
    void aClaimThatBreaksARuleIsRefusedWithTheRuleAndOneCanBeTakenBack() {
        TestApi.Answer absent = claim(TestRoster.holder(duty));
        assertThat(absent.status()).isEqualTo(422);
        assertThat(absent.json().path("errors").path(0).path("code").asString()).isEqualTo("duty.rule.leave");
        TestApi.Answer made = claim(able.getFirst());
        String path = "/v1/duty-claims/" + made.id();
        assertThat(roster.as(able.get(1)).post(path + "/withdrawals", "{}").status())
                .isEqualTo(404);
        assertThat(roster.as(able.getFirst()).post(path + "/withdrawals", "{}").status())
                .isEqualTo(200);
        assertThat(roster.scheduler().post(path + "/grants", "{}").code()).isEqualTo("claim.state");
    }

    private List<UUID> open(UUID member) {
        return TestRotation.all(roster.as(member), "/v1/open-duties?limit=200").stream()
                .map(TestRoster::id)
                .toList();
    }

    private TestApi.Answer claim(UUID member) {
        return roster.as(member).post("/v1/duty-claims", Map.of("dutyId", TestRoster.id(duty)));
    }
}
