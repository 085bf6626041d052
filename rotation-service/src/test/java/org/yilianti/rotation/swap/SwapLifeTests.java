package org.yilianti.rotation.swap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import org.yilianti.rotation.plan.PublishedRosterCheck;
import tools.jackson.databind.JsonNode;

/** M9: two colleagues exchange duties; the rules decide at the moment of approval. */
@ServiceTest
class SwapLifeTests {

    @LocalServerPort
    private int port;

    @Autowired
    private TestEvents events;

    @Autowired
    private JdbcTemplate jdbc;

    private TestRoster roster;

    @BeforeEach
    void aPublishedRoster() {
        roster = new TestRoster(new TestMonth(new TestRotation(port, events)), jdbc);
    }

    @Test
    void aSwapIsAskedAcceptedCheckedAndApproved() {
        JsonNode offered = roster.assigned("ND");
        JsonNode wanted = sameDayOfAnother(offered);
        UUID one = TestRoster.holder(offered);
        UUID other = TestRoster.holder(wanted);
        TestApi.Answer asked = ask(one, offered, other, wanted);
        assertThat(asked.status()).as(asked.body()).isEqualTo(201);
        String path = "/v1/duty-swaps/" + asked.id();
        assertThat(roster.as(one).post(path + "/acceptances", "{}").code()).isEqualTo("swap.not-asked");
        assertThat(roster.scheduler().post(path + "/approvals", "{}").code())
                .as("not accepted yet")
                .isEqualTo("swap.state");
        assertThat(roster.as(other).post(path + "/acceptances", "{}").status()).isEqualTo(200);
        JsonNode pending = roster.scheduler().get(path).json();
        TestApi.Answer approved = roster.scheduler().post(path + "/approvals", "{}");
        assertThat(approved.status())
                .as("what was told beforehand is what counts: %s", pending)
                .isEqualTo(pending.path("obstacles").isEmpty() ? 200 : 422);
        if (approved.status() == 200) {
            assertThat(TestRoster.holder(roster.duty(TestRoster.id(offered)))).isEqualTo(other);
            assertThat(TestRoster.holder(roster.duty(TestRoster.id(wanted)))).isEqualTo(one);
        }
        PublishedRosterCheck.assertLawful(roster.duties());
    }

    @Test
    void aGiftThatBreaksARuleIsNotApprovedAndNothingChanges() {
        JsonNode offered = roster.assigned("ND");
        JsonNode thatDay = sameDayOfAnother(offered);
        UUID one = TestRoster.holder(offered);
        UUID other = TestRoster.holder(thatDay);
        TestApi.Answer asked = ask(one, offered, other, null);
        String path = "/v1/duty-swaps/" + asked.id();
        assertThat(asked.json().path("obstacles").path(0).path("code").asString())
                .isEqualTo("duty.rule.one-duty-a-day");
        assertThat(roster.as(other).post(path + "/acceptances", "{}").status()).isEqualTo(200);
        TestApi.Answer approved = roster.scheduler().post(path + "/approvals", "{}");
        assertThat(approved.status()).isEqualTo(422);
        assertThat(TestRoster.holder(roster.duty(TestRoster.id(offered)))).isEqualTo(one);
        assertThat(roster.scheduler().get(path).json().path("state").asString())
                .as("the refused step left nothing behind")
                .isEqualTo("accepted");
        assertThat(roster.scheduler()
                        .post(path + "/refusals", Map.of("reason", "同日已有班"))
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("refused");
    }

    @Test
    void onlyTheHolderOffersAndOnlyThoseConcernedSee() {
        JsonNode offered = roster.assigned("ND");
        JsonNode wanted = sameDayOfAnother(offered);
        UUID one = TestRoster.holder(offered);
        UUID other = TestRoster.holder(wanted);
        assertThat(ask(other, offered, one, null).code()).isEqualTo("swap.not-held");
        assertThat(ask(one, offered, one, null).code()).isEqualTo("swap.with-oneself");
        TestApi.Answer asked = ask(one, offered, other, wanted);
        String path = "/v1/duty-swaps/" + asked.id();
        assertThat(roster.as(roster.month.cardiologist).get(path).status()).isEqualTo(404);
        assertThat(roster.as(other).post(path + "/declines", "{}").status()).isEqualTo(200);
        assertThat(roster.as(one).post(path + "/withdrawals", "{}").code()).isEqualTo("swap.state");
    }

    private JsonNode sameDayOfAnother(JsonNode offered) {
        List<JsonNode> candidates = roster.duties().stream()
                .filter(duty ->
                        duty.path("date").asString().equals(offered.path("date").asString())
                                && List.of("ND", "NE")
                                        .contains(duty.path("shift").asString())
                                && duty.path("status").asString().equals("assigned")
                                && !duty.path("memberId").equals(offered.path("memberId")))
                .toList();
        return candidates.getLast();
    }

    private TestApi.Answer ask(UUID one, JsonNode offered, UUID other, @Nullable JsonNode wanted) {
        Map<String, @Nullable Object> body = new HashMap<>();
        body.put("offeredDutyId", TestRoster.id(offered));
        body.put("partnerMemberId", other);
        body.put("wantedDutyId", wanted == null ? null : TestRoster.id(wanted));
        return roster.as(one).post("/v1/duty-swaps", body);
    }
}
