package org.yilianti.rotation.cascade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestEvents;
import org.yilianti.rotation.TestClock;
import org.yilianti.rotation.TestPractice;
import org.yilianti.rotation.TestRotation;
import tools.jackson.databind.JsonNode;

/** Too many hours in a week, from the record of service to the released duty (M3, M10). */
@ServiceTest
@Import(TestClock.Wiring.class)
class HoursCascadeTests {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 2);

    @LocalServerPort
    private int port;

    @Autowired
    private TestEvents events;

    @Autowired
    private TestClock clock;

    @Autowired
    private StandingManagement standings;

    @Autowired
    private JdbcTemplate jdbc;

    private TestRotation rotation;
    private TestPractice practice;

    @BeforeEach
    void anAgreementOfTwelveHoursInForce() {
        rotation = new TestRotation(port, events);
        practice = new TestPractice(rotation).filed();
        clock.setTo(MONDAY.plusDays(2));
    }

    @AfterEach
    void theRealTime() {
        clock.reset();
    }

    @Test
    void serviceBeyondTheCapSuspendsToTheEndOfTheWeekReleasesDutiesAndResumesByItself() {
        UUID friday = practice.duty(jdbc, MONDAY.plusDays(4), 4);
        UUID nextWeek = practice.duty(jdbc, MONDAY.plusDays(8), 4);
        practice.serve("a", MONDAY, 8, 480);
        assertThat(practice.agreement().path("status").asString()).isEqualTo("active");
        practice.serve("b", MONDAY.plusDays(1), 8, 301);
        JsonNode agreement = practice.agreement();
        assertThat(agreement.path("statusReason").asString()).isEqualTo("weekly-hours-exceeded");
        assertThat(agreement.path("statusFrom").asString()).isEqualTo("2026-11-04");
        assertThat(rotation.registrarOf(practice.homeCode)
                        .inLanguage("zh")
                        .get(practice.agreementPath())
                        .json()
                        .path("causes")
                        .path(0)
                        .path("message")
                        .asString())
                .isEqualTo("每周时数超过协议约定");
        assertThat(agreement.path("causes").path(0).path("until").asString()).isEqualTo("2026-11-09");
        assertThat(TestPractice.openBecause(jdbc, friday)).isEqualTo("agreement-suspended");
        assertThat(TestPractice.openBecause(jdbc, nextWeek)).isEqualTo("assigned");
        assertThat(told(rotation.member(practice.staffNo))).isOne();
        assertThat(told(rotation.registrarOf(practice.hostCode))).isOne();

        clock.setTo(MONDAY.plusDays(7));
        review();
        assertThat(practice.agreement().path("status").asString()).isEqualTo("active");
        assertThat(rotation.decide(practice.doctor, practice.host, "2026-11-10")
                        .path("permitted")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void aCorrectionThatBringsTheHoursBackLiftsTheSuspension() {
        practice.serve("a", MONDAY, 8, 480);
        practice.serve("b", MONDAY.plusDays(1), 8, 400);
        assertThat(practice.agreement().path("status").asString()).isEqualTo("suspended");
        practice.serve("b", MONDAY.plusDays(1), 8, 200);
        assertThat(practice.agreement().path("status").asString()).isEqualTo("active");
        practice.serve("c", MONDAY.plusDays(2), 0, 180);
        assertThat(practice.agreement().path("status").asString()).isEqualTo("suspended");
        assertThat(told(rotation.member(practice.staffNo)))
                .as("a week is told once")
                .isOne();
    }

    @Test
    void plannedDutiesForWhichServedHoursLeaveNoRoomAreReleasedAndTheAgreementStands() {
        UUID thursday = practice.duty(jdbc, MONDAY.plusDays(3), 6);
        UUID friday = practice.duty(jdbc, MONDAY.plusDays(4), 2);
        practice.serve("a", MONDAY, 8, 480);
        assertThat(practice.agreement().path("status").asString()).isEqualTo("active");
        assertThat(TestPractice.openBecause(jdbc, thursday)).isEqualTo("weekly-hours-exceeded");
        assertThat(TestPractice.openBecause(jdbc, friday)).isEqualTo("assigned");
    }

    @Test
    void aRosterPublishedLaterIsHeldAgainstTheHoursThatWereReportedBefore() {
        practice.serve("a", MONDAY, 8, 480);
        UUID plan = draftOfThursdaysAtTheHost();
        TestApi.Answer published = rotation.scheduler().post("/v1/roster-plans/" + plan + "/publications", "{}");
        assertThat(published.status()).as(published.body()).isEqualTo(200);
        List<String> duties = jdbc.queryForList(
                "select concat(work_date, ' ', coalesce(reason, status)) from duty where plan_id = ? order by work_date",
                String.class,
                Ids.bytes(plan));
        assertThat(duties)
                .containsExactly(
                        "2026-11-05 weekly-hours-exceeded",
                        "2026-11-12 assigned",
                        "2026-11-19 assigned",
                        "2026-11-26 assigned");
        assertThat(practice.agreement().path("status").asString())
                .as("up to the cap the member may work")
                .isEqualTo("active");
    }

    /** A plan in which the member works six hours at the host every Thursday. */
    private UUID draftOfThursdaysAtTheHost() {
        Map<String, Object> shift = new HashMap<>();
        shift.put("code", "PD");
        shift.put("name", "PD");
        shift.put("start", "08:00");
        shift.put("minutes", 360);
        shift.put("night", false);
        shift.put("category", "physician");
        shift.put("specialty", null);
        shift.put("weekdays", List.of("THU"));
        shift.put("minimum", 1);
        shift.put("desired", 1);
        TestApi.Answer stated = rotation.scheduler()
                .post(
                        "/v1/duty-demands",
                        Map.of("institutionId", practice.host, "month", "2026-11", "shifts", List.of(shift)));
        assertThat(stated.status()).as(stated.body()).isEqualTo(201);
        UUID plan = rotation.scheduler()
                .post(
                        "/v1/roster-plans",
                        Map.of("month", "2026-11", "institutionIds", List.of(practice.host), "seconds", 1, "seed", 7))
                .id();
        await().atMost(Duration.ofSeconds(80)).until(() -> rotation.scheduler()
                .get("/v1/roster-plans/" + plan)
                .json()
                .path("status")
                .asString()
                .equals("draft"));
        return plan;
    }

    @Test
    void anAssociationThatOnlyWantsToBeToldSuspendsAndReleasesNothing() {
        jdbc.update(
                """
                insert into policy_version (id, association_id, name, valid_from, settings, reason, standing, version, proposed_at,
                    proposed_by, decided_at, decided_by)
                values (?, (select association_id from practice_agreement where member_id = ?), 'agreement-hours', '2026-10-01', ?,
                    'test', 'approved', 1, utc_timestamp(6), 'one', '2026-10-01', 'two')
                """,
                Ids.bytes(Ids.next()),
                Ids.bytes(practice.doctor),
                "{\"suspends\":false,\"toleranceMinutes\":0,\"hoursAtAllHosts\":20}");
        try {
            UUID friday = practice.duty(jdbc, MONDAY.plusDays(4), 6);
            practice.serve("a", MONDAY, 8, 721);
            assertThat(practice.agreement().path("status").asString()).isEqualTo("active");
            assertThat(TestPractice.openBecause(jdbc, friday)).isEqualTo("assigned");
            assertThat(told(rotation.registrarOf(practice.homeCode))).isOne();
        } finally {
            jdbc.update("delete from policy_version where name = 'agreement-hours'");
        }
    }

    @Test
    void recordsOfDoubtfulTimesCountNothingUntilTheyAreResolved() {
        practice.serve("a", MONDAY, 8, 480);
        practice.serve("b", MONDAY, 9, 400);
        assertThat(practice.agreement().path("status").asString())
                .as("the second overlaps the first")
                .isEqualTo("active");
    }

    @Test
    void theWeeksOfAnAgreementTellHoursAgainstTheCap() {
        practice.duty(jdbc, MONDAY.plusDays(3), 3);
        practice.serve("a", MONDAY, 8, 480);
        JsonNode weeks = rotation.registrarOf(practice.hostCode)
                .get(practice.agreementPath() + "/weeks?from=2026-11-02&to=2026-11-16")
                .json()
                .path("items");
        assertThat(weeks.size()).isOne();
        assertThat(weeks.path(0).path("monday").asString()).isEqualTo("2026-11-02");
        assertThat(weeks.path(0).path("servedMinutes").asInt()).isEqualTo(480);
        assertThat(weeks.path(0).path("plannedMinutes").asInt()).isEqualTo(180);
        assertThat(weeks.path(0).path("capMinutes").asInt()).isEqualTo(720);
        assertThat(rotation.registrarOf("ELSEWHERE")
                        .get(practice.agreementPath() + "/weeks?from=2026-11-02&to=2026-11-16")
                        .status())
                .isEqualTo(404);
    }

    private int told(TestApi reader) {
        return reader.get("/v1/notifications?kind=weekly-hours-exceeded&subject="
                        + practice.agreement().path("id").asString())
                .json()
                .path("items")
                .size();
    }

    private void review() {
        jdbc.update(
                "update practice_agreement set review_on = '2000-01-01' where member_id = ?",
                Ids.bytes(practice.doctor));
        boolean more = true;
        while (more) {
            more = standings.reviewDue();
        }
    }
}
