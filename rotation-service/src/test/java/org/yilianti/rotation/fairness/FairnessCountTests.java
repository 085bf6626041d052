package org.yilianti.rotation.fairness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.rotation.roster.RosterPolicy;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/** M7: each count of the fairness ledger with a duty that counts and one that does not; an association of its own in each test. */
@ServiceTest
class FairnessCountTests {

    private static final YearMonth APRIL = YearMonth.of(2027, 4);
    private static final LocalDate TOMB_SWEEPING_DAY = LocalDate.of(2027, 4, 5);

    @Autowired
    private FairnessLedger ledger;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private ObjectMapper json;

    private UUID association = Ids.next();
    private UUID home = Ids.next();
    private UUID clinic = Ids.next();
    private UUID li = Ids.next();
    private UUID plan = Ids.next();

    @BeforeEach
    void aPersonAtHomeAndAPublishedPlanOfTwoSites() {
        appointed(home, LocalDate.of(2026, 1, 1), null);
        plan = plan(APRIL, "published");
    }

    @Test
    void onlyNightsCountAsNightsAndEveryDutyAndMinuteCounts() {
        duty(plan, home, 6, false);
        duty(plan, home, 7, true);
        duty(plan, home, 8, true);
        assertThat(burden()).isEqualTo(new Burden(3, 3 * 480, 2, 0, 0, 0, 0));
    }

    @Test
    void aWeekendCountsOnceHoweverManyOfItsDaysAreWorkedAndWeekdaysDoNot() {
        duty(plan, home, 9, false);
        duty(plan, home, 12, false);
        assertThat(burden().weekends()).as("Friday and Monday").isZero();
        duty(plan, home, 10, false);
        duty(plan, home, 11, false);
        assertThat(burden().weekends()).as("Saturday and Sunday").isEqualTo(1);
        duty(plan, home, 18, false);
        assertThat(burden().weekends()).as("the next Sunday").isEqualTo(2);
    }

    @Test
    void dutiesOnPublicHolidaysCountByThePolicyInForceThatDay() {
        duty(plan, home, 6, false);
        assertThat(burden().holidays()).as("the day after").isZero();
        duty(plan, home, TOMB_SWEEPING_DAY.getDayOfMonth(), false);
        assertThat(burden().holidays()).isEqualTo(1);
        holidaysFrom(LocalDate.of(2027, 4, 6), "2027-04-06");
        assertThat(burden().holidays())
                .as("each day by the calendar in force on it")
                .isEqualTo(2);
    }

    /** Another calendar from a day on. */
    private void holidaysFrom(LocalDate day, String only) {
        ObjectNode settings = json.valueToTree(RosterPolicy.standard());
        settings.putArray("publicHolidays").add(only);
        jdbc.update("""
                insert into policy_version (id, association_id, name, version, valid_from, settings, reason, standing, proposed_at,
                    proposed_by, decided_at, decided_by)
                values (?, ?, 'duty-rosters', 1, ?, ?, 'test', 'approved', '2026-01-01', 'one', '2026-01-01', 'other')
                """, Ids.bytes(Ids.next()), Ids.bytes(association), day, settings.toString());
    }

    @Test
    void dutiesOutsideTheMainInstitutionCountAsTravelByWhereItWasThatDay() {
        duty(plan, home, 6, false);
        assertThat(burden().away()).as("at home").isZero();
        duty(plan, clinic, 7, false);
        assertThat(burden().away()).isEqualTo(1);
        jdbc.update("delete from directory_appointment where member_id = ?", Ids.bytes(li));
        appointed(home, LocalDate.of(2026, 1, 1), LocalDate.of(2027, 4, 7));
        appointed(clinic, LocalDate.of(2027, 4, 7), null);
        assertThat(burden().away()).as("moved before the second").isZero();
        duty(plan, home, 8, false);
        assertThat(burden().away()).as("back where they came from").isEqualTo(1);
    }

    @Test
    void aWishCountsAsRefusedOnlyWhereAPublishedPlanDidNotGrantIt() {
        wish(6, false, null, null);
        wish(7, true, home, "N");
        wish(8, false, home, "N");
        duty(plan, home, 7, true);
        duty(plan, home, 8, false);
        assertThat(burden().refusedWishes())
                .as("free, on the shift, on another shift")
                .isZero();
        UUID free = wish(9, false, null, null);
        wish(12, true, home, "N");
        wish(13, false, home, "N");
        duty(plan, home, 9, false);
        duty(plan, home, 12, false);
        duty(plan, home, 13, true);
        assertThat(burden().refusedWishes())
                .as("worked, another shift, the very shift")
                .isEqualTo(3);
        jdbc.update("update roster_wish set withdrawn = true where id = ?", Ids.bytes(free));
        assertThat(burden().refusedWishes()).as("one taken back").isEqualTo(2);
        jdbc.update("update roster_plan set status = 'draft' where id = ?", Ids.bytes(plan));
        assertThat(ledger.of(association, List.of(li), month(APRIL)))
                .as("a draft refuses nothing and gives no duty")
                .isEmpty();
    }

    @Test
    void whatGaveWayToANewerPlanNoLongerCounts() {
        UUID older = plan(APRIL, "superseded");
        duty(older, home, 6, true);
        assertThat(ledger.of(association, List.of(li), month(APRIL))).isEmpty();
        duty(plan, home, 6, true);
        assertThat(burden().nights()).isEqualTo(1);
    }

    @Test
    void earlierMonthsAreCarriedOverAsFarBackAsPolicyLooksAndNoFurther() {
        duty(plan, clinic, 6, true);
        UUID before = plan(YearMonth.of(2027, 3), "published");
        duty(before, home, LocalDate.of(2027, 3, 6), true);
        UUID longAgo = plan(YearMonth.of(2026, 9), "published");
        duty(longAgo, home, LocalDate.of(2026, 9, 25), true);
        assertThat(ledger.before(association, List.of(li), YearMonth.of(2027, 5)))
                .as("April and March, at both sites; September is more than six months ago")
                .containsEntry(li, new Burden(2, 960, 2, 1, 0, 1, 0));
        assertThat(ledger.before(association, List.of(li), APRIL).get(li))
                .as("April itself is none of its own past; September still counts for March only")
                .isEqualTo(new Burden(1, 480, 1, 1, 0, 0, 0));
        assertThat(ledger.before(association, List.of(li), YearMonth.of(2027, 3))
                        .get(li))
                .as("a holiday night in September")
                .isEqualTo(new Burden(1, 480, 1, 0, 1, 0, 0));
    }

    private Burden burden() {
        return ledger.of(association, List.of(li), month(APRIL)).getOrDefault(li, Burden.NONE);
    }

    private static DatePeriod month(YearMonth month) {
        return new DatePeriod(month.atDay(1), month.plusMonths(1).atDay(1));
    }

    private void appointed(UUID site, LocalDate from, @Nullable LocalDate to) {
        jdbc.update("""
                insert into directory_appointment (id, association_id, member_id, institution_id, fte_percent, main, valid_from,
                    valid_to) values (?, ?, ?, ?, 100, true, ?, ?)
                """, Ids.bytes(Ids.next()), Ids.bytes(association), Ids.bytes(li), Ids.bytes(site), from, to);
    }

    private UUID plan(YearMonth month, String status) {
        UUID id = Ids.next();
        jdbc.update("""
                insert into roster_plan (id, association_id, version, month, status, seconds, seed, requested_by, requested_at)
                values (?, ?, 1, ?, ?, 1, 1, 'test', now(6))
                """, Ids.bytes(id), Ids.bytes(association), month.toString(), status);
        for (UUID site : List.of(home, clinic)) {
            jdbc.update(
                    "insert into roster_plan_institution (plan_id, institution_id) values (?, ?)",
                    Ids.bytes(id),
                    Ids.bytes(site));
        }
        return id;
    }

    private void duty(UUID of, UUID site, int dayOfApril, boolean night) {
        duty(of, site, APRIL.atDay(dayOfApril), night);
    }

    private void duty(UUID of, UUID site, LocalDate day, boolean night) {
        jdbc.update(
                """
                insert into duty (id, association_id, plan_id, institution_id, member_id, work_date, shift, category, starts_at, ends_at,
                    night, status) values (?, ?, ?, ?, ?, ?, ?, 'nurse', ?, ?, ?, 'assigned')
                """,
                Ids.bytes(Ids.next()),
                Ids.bytes(association),
                Ids.bytes(of),
                Ids.bytes(site),
                Ids.bytes(li),
                day,
                night ? "N" : "D",
                day.atTime(1, 0),
                day.atTime(9, 0),
                night);
    }

    private UUID wish(int dayOfApril, boolean wanted, @Nullable UUID site, @Nullable String shift) {
        UUID id = Ids.next();
        jdbc.update(
                """
                insert into roster_wish (id, association_id, version, member_id, home_institution_id, wish_date, wanted,
                    institution_id, shift, weight, submitted_by, submitted_at) values (?, ?, 1, ?, ?, ?, ?, ?, ?, 3, 'test', now(6))
                """,
                Ids.bytes(id),
                Ids.bytes(association),
                Ids.bytes(li),
                Ids.bytes(home),
                APRIL.atDay(dayOfApril),
                wanted,
                Ids.bytesOrNull(site),
                shift);
        return id;
    }
}
