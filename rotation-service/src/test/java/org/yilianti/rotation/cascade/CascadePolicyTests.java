package org.yilianti.rotation.cascade;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yilianti.platform.money.Money;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.rotation.agreement.AgreementParties;
import org.yilianti.rotation.agreement.AgreementStanding;
import org.yilianti.rotation.agreement.AgreementStatus;
import org.yilianti.rotation.agreement.AgreementTerms;
import org.yilianti.rotation.agreement.Insurance;
import org.yilianti.rotation.agreement.LiabilityShares;
import org.yilianti.rotation.agreement.PracticeAgreement;
import org.yilianti.rotation.directory.Appointment;
import org.yilianti.rotation.directory.Licence;

/** What counts as a cause, when, and what becomes of the agreement (M3). */
class CascadePolicyTests {

    private static final LocalDate START = LocalDate.of(2026, 10, 1);
    private static final LocalDate END = LocalDate.of(2027, 10, 1);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final UUID HOME = UUID.randomUUID();
    private static final UUID MEMBER = UUID.randomUUID();
    private static final CascadePolicy POLICY = CascadePolicy.standard();

    @Test
    void nothingChangesWhileEverythingStands() {
        AgreementGround sound = ground(licence(null, null, null), END);
        assertThat(POLICY.follow(sound, TODAY)).isEmpty();
        assertThat(POLICY.nextReview(sound, TODAY)).isEqualTo(END);
    }

    @Test
    void aSanctionSuspendsAheadOfItsFirstDay() {
        var days = new DatePeriod(LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 15));
        AgreementStanding standing = followed(ground(licence(null, days, null), END), TODAY);
        assertThat(standing.status()).isEqualTo(AgreementStatus.SUSPENDED);
        assertThat(standing.reason()).isEqualTo("licence-suspended");
        assertThat(standing.from()).isEqualTo(days.from());
    }

    @Test
    void aSuspensionThatIsOverSuspendsNoLongerAlthoughItStaysKnown() {
        var days = new DatePeriod(LocalDate.of(2026, 10, 19), LocalDate.of(2026, 11, 19));
        assertThat(POLICY.follow(ground(licence(null, days, null), END), TODAY)).isEmpty();
    }

    @Test
    void anExpirySuspendsOnTheDayItComesAndIsReviewedThen() {
        LocalDate expiry = LocalDate.of(2027, 1, 1);
        AgreementGround ground = ground(licence(expiry, null, null), END);
        assertThat(POLICY.follow(ground, TODAY)).isEmpty();
        assertThat(POLICY.nextReview(ground, TODAY)).isEqualTo(expiry);
        assertThat(POLICY.follow(ground, expiry.minusDays(1))).isEmpty();
        assertThat(followed(ground, expiry).reason()).isEqualTo("licence-expired");
    }

    @Test
    void arevokedLicenceEndsTheAgreementAfterThirtyDays() {
        AgreementGround ground = ground(licence(null, null, TODAY), END);
        assertThat(followed(ground, TODAY).status()).isEqualTo(AgreementStatus.SUSPENDED);
        assertThat(POLICY.nextReview(ground, TODAY)).isEqualTo(TODAY.plusDays(30));
        assertThat(followed(ground, TODAY.plusDays(29)).status()).isEqualTo(AgreementStatus.SUSPENDED);
        AgreementStanding ended = followed(ground, TODAY.plusDays(30));
        assertThat(ended)
                .isEqualTo(new AgreementStanding(AgreementStatus.ENDED, "licence-revoked", TODAY.plusDays(30)));
    }

    @Test
    void withoutAnAppointmentAtTheHomeInstitutionItIsSuspended() {
        PracticeAgreement agreement = agreement(END);
        var left = new AgreementGround(
                agreement,
                List.of(licence(null, null, null)),
                List.of(
                        appointment(HOME, new DatePeriod(START.minusYears(3), TODAY)),
                        appointment(UUID.randomUUID(), DatePeriod.from(TODAY))));
        assertThat(followed(left, TODAY).reason()).isEqualTo("appointment-ended");
        assertThat(POLICY.follow(left, TODAY.minusDays(1))).isEmpty();
    }

    @Test
    void aLapsedInsuranceSuspendsUntilItIsRenewed() {
        LocalDate lapse = LocalDate.of(2026, 11, 1);
        AgreementGround lapsed = ground(licence(null, null, null), lapse);
        PracticeAgreement suspended = POLICY.follow(lapsed, TODAY).orElseThrow();
        assertThat(suspended.standing().reason()).isEqualTo("insurance-lapsed");
        assertThat(suspended.standing().from()).isEqualTo(lapse);
        var renewed = new AgreementGround(
                suspended.insured(new Insurance("P-2", "insurer", Money.ofFen(1), END), TODAY, Instant.EPOCH),
                lapsed.licences(),
                lapsed.appointments());
        assertThat(followed(renewed, TODAY).status()).isEqualTo(AgreementStatus.ACTIVE);
    }

    @Test
    void aRenewalThatBeginsWhenTheOldOneRunsOutLeavesNoGapAndALaterOneDoes() {
        LocalDate lapse = LocalDate.of(2026, 12, 1);
        PracticeAgreement agreement = agreement(lapse);
        var renewal = new Insurance("P-2", "insurer", Money.ofFen(1), END);
        AgreementGround onTime = on(agreement.insured(renewal, lapse, Instant.EPOCH));
        assertThat(POLICY.follow(onTime, lapse)).isEmpty();
        AgreementGround late = on(agreement.insured(renewal, lapse.plusDays(2), Instant.EPOCH));
        assertThat(followed(late, lapse).reason()).isEqualTo("insurance-lapsed");
        assertThat(POLICY.follow(late, lapse.plusDays(2))).isEmpty();
    }

    private static AgreementGround on(PracticeAgreement agreement) {
        return new AgreementGround(agreement, List.of(licence(null, null, null)), List.of(appointment(HOME, ever())));
    }

    @Test
    void oneOfTwoCausesEndingLeavesTheOther() {
        LocalDate lapse = LocalDate.of(2026, 11, 1);
        var days = new DatePeriod(LocalDate.of(2026, 10, 19), null);
        PracticeAgreement both =
                POLICY.follow(ground(licence(null, days, null), lapse), TODAY).orElseThrow();
        assertThat(both.standing().causes()).hasSize(2);
        assertThat(both.standing().reason()).isEqualTo("licence-suspended");
        AgreementStanding left = followed(
                new AgreementGround(both, List.of(licence(null, null, null)), List.of(appointment(HOME, ever()))),
                TODAY);
        assertThat(left.status()).isEqualTo(AgreementStatus.SUSPENDED);
        assertThat(left.reason()).isEqualTo("insurance-lapsed");
    }

    @Test
    void theTermEndsItByItselfWhateverElseStandsInTheWay() {
        AgreementGround ground = ground(licence(null, DatePeriod.from(TODAY), null), END);
        assertThat(followed(ground, END)).isEqualTo(new AgreementStanding(AgreementStatus.ENDED, "term-over", END));
    }

    private static AgreementStanding followed(AgreementGround ground, LocalDate today) {
        return POLICY.follow(ground, today).orElseThrow().standing();
    }

    private static AgreementGround ground(Licence licence, LocalDate insuredTo) {
        return new AgreementGround(agreement(insuredTo), List.of(licence), List.of(appointment(HOME, ever())));
    }

    private static DatePeriod ever() {
        return DatePeriod.from(START.minusYears(5));
    }

    private static Appointment appointment(UUID site, DatePeriod period) {
        return new Appointment(UUID.randomUUID(), MEMBER, site, 100, true, period);
    }

    private static Licence licence(
            @Nullable LocalDate validTo, @Nullable DatePeriod suspension, @Nullable LocalDate revokedFrom) {
        return new Licence(
                UUID.randomUUID(),
                UUID.randomUUID(),
                MEMBER,
                "L-1",
                "physician",
                "clinical",
                null,
                HOME,
                new DatePeriod(LocalDate.of(2012, 8, 1), validTo),
                suspension,
                revokedFrom);
    }

    private static PracticeAgreement agreement(LocalDate insuredTo) {
        return PracticeAgreement.concluded(
                UUID.randomUUID(),
                new AgreementParties(UUID.randomUUID(), MEMBER, HOME, UUID.randomUUID()),
                new AgreementTerms(
                        new DatePeriod(START, END),
                        12,
                        "clinic",
                        new LiabilityShares(new BigDecimal("30"), new BigDecimal("60"), new BigDecimal("10")),
                        new Insurance("P", "insurer", Money.ofFen(1), insuredTo)));
    }
}
