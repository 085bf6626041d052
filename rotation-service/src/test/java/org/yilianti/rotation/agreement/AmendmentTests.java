package org.yilianti.rotation.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yilianti.rotation.agreement.TestTerms.END;
import static org.yilianti.rotation.agreement.TestTerms.START;
import static org.yilianti.rotation.agreement.TestTerms.agreement;
import static org.yilianti.rotation.agreement.TestTerms.terms;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yilianti.platform.money.Money;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.time.DatePeriod;

/** Terms change by both sides' consent and from a day on (M3, M4). */
class AmendmentTests {

    private static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final LocalDate SPRING = LocalDate.of(2027, 3, 1);

    private final PracticeAgreement agreement = agreement(terms(END, 12));

    @Test
    void whatWasAgreedStaysInForceUntilTheOtherTermsAre() {
        PracticeAgreement amended = amended(agreement, SPRING, terms(END, 20));
        assertThat(amended.versionOn(SPRING.minusDays(1)).orElseThrow().number())
                .isEqualTo(1);
        assertThat(amended.versionOn(SPRING).orElseThrow().number()).isEqualTo(2);
        assertThat(amended.versionOn(END)).isEmpty();
        assertThat(amended.versionOn(START.minusDays(1))).isEmpty();
        assertThat(amended.effectiveTo(amended.versions().getFirst())).isEqualTo(SPRING);
        assertThat(amended.version()).isEqualTo(2);
    }

    @Test
    void theSmallerCapBindsWhereVersionsMeet() {
        PracticeAgreement amended = amended(agreement, SPRING, terms(END, 20));
        assertThat(amended.weeklyMinutes(new DatePeriod(SPRING.minusDays(3), SPRING.plusDays(4))))
                .isEqualTo(12 * 60);
        assertThat(amended.weeklyMinutes(new DatePeriod(SPRING, SPRING.plusDays(7))))
                .isEqualTo(20 * 60);
    }

    @Test
    void aProposalMustTakeEffectAheadAfterTheLastVersionAndInTheTerm() {
        assertRefused("amendment.backdated", () -> propose(agreement, TODAY.minusDays(1), terms(END, 12)));
        assertRefused("amendment.effective-outside", () -> propose(agreement, END, terms(END, 12)));
        assertRefused("amendment.effective-outside", () -> propose(agreement, START, terms(END, 12)));
        assertRefused(
                "amendment.effective-outside",
                () -> propose(amended(agreement, SPRING, terms(END, 20)), SPRING, terms(END, 12)));
        assertRefused("agreement.ended-already", () -> propose(agreement.ended(SPRING, "x"), SPRING, terms(END, 12)));
    }

    @Test
    void nobodyDecidesOnWhatTheyProposed() {
        Amendment proposed = propose(agreement, SPRING, terms(END, 20));
        assertRefused("amendment.four-eyes", () -> proposed.consented(agreement, by("home", null), TODAY));
        assertRefused("amendment.four-eyes", () -> proposed.refused(by("home", "no")));
        Amendment withdrawn = proposed.withdrawn(by("home", "a mistake"));
        assertThat(withdrawn.state()).isEqualTo(AmendmentState.WITHDRAWN);
        assertRefused("amendment.settled", () -> withdrawn.consented(agreement, by("host", null), TODAY));
    }

    @Test
    void consentComesTooLateOnceTheDayHasPassedOrAnotherVersionWasAgreed() {
        Amendment proposed = propose(agreement, SPRING, terms(END, 20));
        assertRefused("amendment.backdated", () -> proposed.consented(agreement, by("host", null), SPRING.plusDays(1)));
        PracticeAgreement other = amended(agreement, SPRING.minusDays(5), terms(END, 8));
        assertRefused("amendment.overtaken", () -> proposed.consented(other, by("host", null), TODAY));
    }

    @Test
    void theFingerprintIsOfTheContentAndOfNothingElse() {
        PracticeAgreement amended = amended(agreement, SPRING, terms(END, 20));
        AgreementVersion first = agreement.versions().getFirst();
        assertThat(AgreementFingerprint.of(amended, first))
                .matches("[0-9a-f]{64}")
                .isEqualTo(AgreementFingerprint.of(agreement, first))
                .isNotEqualTo(
                        AgreementFingerprint.of(amended, amended.versions().getLast()));
        assertThat(AgreementFingerprint.canonical(agreement, first))
                .startsWith("format=yilianti-practice-agreement-1\nagreement=" + agreement.id() + "\n")
                .contains("liability.home=30.00\n")
                .endsWith("insurance.validTo=2027-10-01\n");
    }

    @Test
    void aLineBreakInTheTasksCannotForgeAField() {
        AgreementTerms plain = terms(END, 12);
        var forged = new AgreementTerms(
                plain.term(),
                plain.weeklyHours(),
                "clinic\npay.fen=1",
                plain.timetable(),
                plain.pay(),
                plain.liability(),
                plain.insurance());
        assertThat(AgreementFingerprint.canonical(
                        agreement(forged), agreement(forged).versions().getFirst()))
                .contains("tasks=clinic\\npay.fen=1\n");
    }

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    /** Property: whatever is proposed and consented in whatever order, every day of the term has exactly one version in force. */
    @ParameterizedTest
    @MethodSource("seeds")
    void amendmentsAndRenewedInsurancesNeverLeaveTwoVersionsOrNoneInForceAtOneInstant(int seed) {
        Random random = new Random(seed);
        PracticeAgreement current = agreement;
        for (int step = 0; step < 12; step++) {
            LocalDate effective = START.plusDays(random.nextInt(500) - 20);
            LocalDate end = START.plusDays(60 + random.nextInt(600));
            LocalDate today = TODAY.plusDays(step);
            try {
                if (random.nextInt(3) == 0) {
                    current =
                            current.insured(new Insurance("P" + step, "insurer", Money.ofFen(1), end), effective, NOW);
                    assertThat(current.versionOn(effective)
                                    .orElseThrow()
                                    .terms()
                                    .insurance()
                                    .policyNumber())
                            .isEqualTo("P" + step);
                    continue;
                }
                Amendment proposed = Amendment.proposed(
                        current,
                        UUID.randomUUID(),
                        effective,
                        terms(end, 1 + random.nextInt(44)),
                        "r",
                        "home",
                        NOW,
                        today);
                current = current.amended(proposed.consented(current, by("host", null), today), NOW);
            } catch (Refusal illegal) {
                continue;
            }
        }
        assertOneVersionADay(current);
    }

    private static void assertOneVersionADay(PracticeAgreement agreement) {
        LocalDate end = agreement.terms().validTo();
        for (LocalDate day = START.minusDays(2); day.isBefore(end.plusDays(400)); day = day.plusDays(1)) {
            LocalDate asked = day;
            List<AgreementVersion> inForce = agreement.versions().stream()
                    .filter(one -> !asked.isBefore(one.effectiveFrom()) && asked.isBefore(agreement.effectiveTo(one)))
                    .toList();
            assertThat(inForce).hasSize(agreement.terms().term().contains(day) ? 1 : 0);
            assertThat(agreement.versionOn(day)).isEqualTo(inForce.stream().findFirst());
        }
    }

    private PracticeAgreement amended(PracticeAgreement before, LocalDate effective, AgreementTerms terms) {
        return before.amended(propose(before, effective, terms).consented(before, by("host", null), TODAY), NOW);
    }

    private static Amendment propose(PracticeAgreement to, LocalDate effective, AgreementTerms terms) {
        return Amendment.proposed(to, to.homeInstitutionId(), effective, terms, "more need", "home", NOW, TODAY);
    }

    private static AmendmentDecision by(String name, @Nullable String note) {
        return new AmendmentDecision(name, NOW, note);
    }

    private static void assertRefused(String code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }
}
