package org.yilianti.incentive.payrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yilianti.incentive.payrun.FixedPay.Component;
import org.yilianti.incentive.payscheme.Allowance;
import org.yilianti.incentive.payscheme.PayTerm;
import org.yilianti.incentive.payscheme.PayTerms;
import org.yilianti.incentive.payscheme.PostSalary;
import org.yilianti.platform.money.Money;
import org.yilianti.platform.problem.Refusal;

/** Post salary and allowances, by what was recorded at each site (I5). */
class FixedPayTests {

    private static final UUID A = new UUID(0, 1);
    private static final UUID B = new UUID(0, 2);
    private static final UUID PERSON = new UUID(9, 1);
    private static final List<InstitutionInput> PLACES =
            List.of(place(A, "A", "township-health-centre"), place(B, "B", "tertiary-hospital"));

    private static InstitutionInput place(UUID id, String code, String tier) {
        return new InstitutionInput(id, code, 1_000, BigDecimal.ONE, tier, BigDecimal.ONE);
    }

    private static ServedMinutes served(UUID place, String kind, boolean night, long minutes, long services) {
        return served(place, kind, night, false, minutes, services);
    }

    private static ServedMinutes served(
            UUID place, String kind, boolean night, boolean calledUp, long minutes, long services) {
        return new ServedMinutes(
                "S1",
                PERSON,
                place,
                "junior",
                new RunFactors.Service(kind, night),
                calledUp,
                BigDecimal.valueOf(minutes),
                services,
                "nurse",
                BigDecimal.ONE,
                null);
    }

    private static PostSalary salary(PostSalary.SalaryRate... rates) {
        return new PostSalary("salary", "岗位工资", "Post salary", List.of(rates));
    }

    /** Fen by site and term. */
    private static Map<String, Long> given(List<ServedMinutes> served, PayTerm... terms) {
        Map<String, Long> given = new TreeMap<>();
        for (Component one : FixedPay.of(served, PLACES, new PayTerms(List.of(terms)))) {
            given.put(
                    (one.institution().equals(A) ? "A " : "B ") + one.term(),
                    one.amount().fen());
        }
        return given;
    }

    @Test
    void theSalaryIsTheFirstRateThatFitsSplitOverSitesByMinutesToTheFen() {
        List<ServedMinutes> served = List.of(served(A, "duty", false, 200, 2), served(B, "duty", false, 100, 1));
        PostSalary table = salary(
                new PostSalary.SalaryRate("physician", null, null, 9),
                new PostSalary.SalaryRate("nurse", "junior", "tertiary-hospital", 8),
                new PostSalary.SalaryRate("nurse", "junior", "township-health-centre", 1_000),
                new PostSalary.SalaryRate(null, null, null, 7));
        assertThat(given(served, table)).isEqualTo(Map.of("A salary", 667L, "B salary", 333L));
    }

    @Test
    void nobodyIsLeftOutOfTheSalaryTableInSilence() {
        assertThatThrownBy(() -> given(
                        List.of(served(A, "duty", false, 1, 1)),
                        salary(new PostSalary.SalaryRate("physician", null, null, 9))))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.args())
                        .containsExactly("nurse", "junior", "township-health-centre"));
    }

    @Test
    void allowancesCountHoursAtTheGrassrootsNightsCallsRotationsAndFurtherSites() {
        List<ServedMinutes> served = List.of(
                served(A, "outreach", false, 119, 3),
                served(B, "duty", true, 480, 2),
                served(B, "emergency", false, 60, 1));
        assertThat(given(
                        served,
                        new Allowance.RuralAllowance("rural", "乡镇", "Rural", 100, List.of("township-health-centre")),
                        new Allowance.NightAllowance("night", "夜班", "Night", 5_000),
                        new Allowance.EmergencyAllowance("emergency", "应急", "Emergency", 700, List.of("emergency")),
                        new Allowance.RotationAllowance("rotation", "轮转", "Rotation", 40),
                        new Allowance.MultiSiteAllowance("sites", "多点", "Sites", 900)))
                .isEqualTo(Map.of(
                        "A rural", 198L, "A rotation", 120L, "A sites", 900L, "B night", 10_000L, "B emergency", 700L));
    }

    @Test
    void anEmergencyAllowanceIsForServiceUnderACallUpUnlessTheSchemeNamesKinds() {
        List<ServedMinutes> served = List.of(
                served(A, "duty", false, 60, 3),
                served(A, "duty", false, true, 60, 2),
                served(B, "clinic", true, true, 60, 1));
        assertThat(given(served, new Allowance.EmergencyAllowance("emergency", "应急", "Emergency", 700, null)))
                .isEqualTo(Map.of("A emergency", 1_400L, "B emergency", 700L));
        assertThat(given(
                        served,
                        new Allowance.EmergencyAllowance("emergency", "应急", "Emergency", 700, List.of("clinic"))))
                .isEqualTo(Map.of("B emergency", 700L));
    }

    @Test
    void ofEqualSitesTheFirstByCodeIsHome() {
        List<ServedMinutes> served = List.of(served(B, "duty", false, 60, 1), served(A, "duty", false, 60, 1));
        assertThat(given(served, new Allowance.MultiSiteAllowance("sites", "多点", "Sites", 900)))
                .isEqualTo(Map.of("B sites", 900L));
    }

    @Test
    void fiveSitesAndNoneAtHomeShareOneSalaryToTheFenWhateverTheOrder() {
        Random random = new Random(20_261_122);
        for (int round = 0; round < 500; round++) {
            List<InstitutionInput> places = new ArrayList<>();
            List<ServedMinutes> served = new ArrayList<>();
            for (int i = 1; i <= 5; i++) {
                UUID id = new UUID(0, i);
                places.add(place(id, "P" + i, "x"));
                served.add(served(id, "duty", random.nextBoolean(), 1 + random.nextInt(10_000), 1));
            }
            long fen = random.nextInt(1_000_000);
            PayTerms terms = new PayTerms(List.of(salary(new PostSalary.SalaryRate(null, null, null, fen))));
            List<Component> components = FixedPay.of(served, places, terms);
            assertThat(Money.sum(components.stream().map(Component::amount).toList())
                            .fen())
                    .isEqualTo(fen);
            Collections.shuffle(served, random);
            assertThat(FixedPay.of(served, places, terms)).containsExactlyInAnyOrderElementsOf(components);
        }
    }
}
