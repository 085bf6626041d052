package org.yilianti.rotation.fairness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

/** M7: wishes reach the plan, burdens are counted over all sites and plans, and hours of other plans count. */
@ServiceTest
class FairnessLifeTests {

    @LocalServerPort
    private int port;

    @Autowired
    private TestEvents events;

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void theLedgerCountsWhatTheDutiesInForceSayAndShowsStaffTheirOwnLine() {
        TestRoster roster = new TestRoster(new TestMonth(new TestRotation(port, events)), jdbc);
        List<JsonNode> lines = TestRotation.all(
                roster.scheduler(),
                "/v1/fairness-ledger?from=2026-10&to=2026-10&limit=5&institution=" + roster.month.hospital);
        assertThat(lines).hasSizeGreaterThanOrEqualTo(17).allSatisfy(line -> {
            List<JsonNode> duties =
                    roster.dutiesOf(UUID.fromString(line.path("memberId").asString()));
            assertThat(line.path("duties").asInt()).isEqualTo(duties.size());
            assertThat(line.path("nights").asLong())
                    .isEqualTo(duties.stream()
                            .filter(duty -> duty.path("night").asBoolean())
                            .count());
            assertThat(line.path("holidays").asLong())
                    .isEqualTo(duties.stream()
                            .filter(duty -> date(duty).isBefore(LocalDate.of(2026, 10, 4)))
                            .count());
            assertThat(line.path("weekends").asLong())
                    .isEqualTo(duties.stream()
                            .map(FairnessLifeTests::date)
                            .filter(day -> day.getDayOfWeek().getValue() >= 6)
                            .map(day -> day.with(DayOfWeek.MONDAY))
                            .distinct()
                            .count());
            assertThat(line.path("away").asLong())
                    .isEqualTo(duties.stream()
                            .filter(duty ->
                                    !duty.path("institutionId").asString().equals(roster.month.hospital.toString()))
                            .count());
        });
        List<JsonNode> own = TestRotation.all(
                roster.as(roster.month.cardiologist), "/v1/fairness-ledger?from=2026-10&to=2026-10&limit=50");
        assertThat(own).hasSize(1);
        assertThat(own.getFirst().path("memberId").asString()).isEqualTo(roster.month.cardiologist.toString());
        assertThat(roster.scheduler()
                        .get("/v1/fairness-ledger?from=2026-10&to=2026-09")
                        .code())
                .isEqualTo("fairness.months");
    }

    @Test
    void aWishToBeFreeIsGrantedAWishForAShiftTooAndARefusedOneIsCounted() {
        TestMonth month = new TestMonth(new TestRotation(port, events));
        UUID nurse = month.people.get(1);
        UUID other = month.people.get(3);
        String staffNo = String.valueOf(jdbc.queryForObject(
                "select staff_no from directory_member where id = ?",
                String.class,
                org.yilianti.platform.ids.Ids.bytes(nurse)));
        TestApi self = month.rotation.member(staffNo);
        assertThat(wish(self, nurse, "2026-10-13", false, null, null, 5).status())
                .isEqualTo(201);
        assertThat(wish(self, nurse, "2026-10-13", false, null, null, 1).code()).isEqualTo("wish.twice");
        assertThat(wish(self, other, "2026-10-13", false, null, null, 1).status())
                .as("for somebody else")
                .isEqualTo(403);
        assertThat(wish(self, nurse, "2026-10-20", true, month.hospital, null, 1)
                        .code())
                .isEqualTo("wish.shift-incomplete");
        assertThat(wish(self, nurse, "2026-10-20", true, month.hospital, "NE", 5)
                        .status())
                .isEqualTo(201);
        assertThat(wish(self, nurse, "2026-10-27", true, month.hospital, "NOT-A-SHIFT", 1)
                        .status())
                .as("what nobody demands can only be refused")
                .isEqualTo(201);
        TestRoster roster = new TestRoster(month, jdbc);
        List<JsonNode> duties = roster.dutiesOf(nurse);
        assertThat(duties).noneMatch(duty -> date(duty).equals(LocalDate.of(2026, 10, 13)));
        assertThat(duties)
                .anyMatch(duty -> date(duty).equals(LocalDate.of(2026, 10, 20))
                        && duty.path("shift").asString().equals("NE"));
        JsonNode line = TestRotation.all(self, "/v1/fairness-ledger?from=2026-10&to=2026-10&limit=5")
                .getFirst();
        assertThat(line.path("refusedWishes").asInt()).isEqualTo(1);
        List<JsonNode> wishes = TestRotation.all(self, "/v1/roster-wishes?limit=2");
        assertThat(wishes).hasSize(3);
        String first = "/v1/roster-wishes/" + wishes.getFirst().path("id").asString() + "/withdrawals";
        assertThat(self.post(first, "{}").status()).isEqualTo(204);
        assertThat(self.post(first, "{}").code()).isEqualTo("wish.withdrawn-already");
    }

    @Test
    void dutiesOfAnotherPublishedPlanCountForHoursRestAndRunsToTheMinute() {
        TestMonth month = new TestMonth(new TestRotation(port, events));
        month.stateDemand();
        String hospital = month.draft(List.of(month.hospital)).path("id").asString();
        assertThat(month.publish(hospital).status()).isEqualTo(200);
        JsonNode centre = month.draft(List.of(month.centre));
        TestApi.Answer published = month.publish(centre.path("id").asString());
        assertThat(published.status()).as(published.body()).isEqualTo(200);
        List<JsonNode> all = new java.util.ArrayList<>(month.duties(month.hospital));
        all.addAll(month.duties(month.centre));
        PublishedRosterCheck.assertLawful(all);
        assertThat(month.duties(month.centre)).hasSize(centre.path("assigned").asInt());
        assertThat(month.duties(month.hospital))
                .as("the other plan is as it was")
                .allMatch(duty -> duty.path("planId").asString().equals(hospital));
    }

    private static TestApi.Answer wish(
            TestApi caller,
            UUID member,
            String date,
            boolean wanted,
            @Nullable UUID institution,
            @Nullable String shift,
            int weight) {
        Map<String, @Nullable Object> body = new HashMap<>();
        body.put("memberId", member);
        body.put("date", date);
        body.put("wanted", wanted);
        body.put("institutionId", institution);
        body.put("shift", shift);
        body.put("weight", weight);
        return caller.post("/v1/roster-wishes", body);
    }

    private static LocalDate date(JsonNode duty) {
        return LocalDate.parse(duty.path("date").asString());
    }
}
