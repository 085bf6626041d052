package org.yilianti.incentive.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yilianti.platform.problem.Refusal;

/** How samples are drawn and what they cost (I2). */
class SampleDrawTests {

    private static final VerificationRules BY_RATE = new VerificationRules(50, new BigDecimal("0.02"), "rate");

    private static List<UUID> frame(int size) {
        List<UUID> frame = new ArrayList<>();
        for (int index = 0; index < size; index++) {
            frame.add(new UUID(7, index));
        }
        return frame;
    }

    private static byte[] seed(int number) {
        byte[] seed = new byte[16];
        seed[15] = (byte) number;
        seed[14] = (byte) (number >> 8);
        return seed;
    }

    @Test
    void theSameSeedDrawsTheSameFromTheSameRecordsInAnyOrder() {
        List<UUID> frame = frame(200);
        List<UUID> first = SampleDraw.of(seed(1), frame, 20);
        assertThat(first).hasSize(20).doesNotHaveDuplicates();
        Collections.shuffle(frame, new Random(5));
        assertThat(SampleDraw.of(seed(1), frame, 20)).isEqualTo(first);
        assertThat(SampleDraw.of(seed(2), frame, 20)).isNotEqualTo(first);
        assertThat(SampleDraw.of(seed(1), frame, 30))
                .as("a larger one begins with it")
                .startsWith(first.toArray(UUID[]::new));
        assertThat(SampleDraw.of(seed(1), frame(3), 20)).hasSize(3);
    }

    /**
     * Each of 20 records is in a sample of 5 with probability 1/4. Over the 4,000 fixed seeds each is drawn 1,000 times in the mean, with a
     * standard deviation of 27.4; six of those are 164.
     */
    @Test
    void everyRecordIsDrawnAboutAsOften() {
        Map<UUID, Integer> drawn = new HashMap<>();
        for (int number = 0; number < 4000; number++) {
            SampleDraw.of(seed(number), frame(20), 5).forEach(one -> drawn.merge(one, 1, Integer::sum));
        }
        assertThat(drawn).hasSize(20);
        assertThat(drawn.values()).allSatisfy(times -> assertThat(times).isBetween(836, 1164));
    }

    /** 15 of 148 refuted: 0.101351, in Wilson's interval 0.062386 to 0.160487 (Newcombe 1998, Table I); of 1,000 claimed records. */
    @Test
    void theClaimIsDiscountedByTheRateOrABoundAsThePolicySays() {
        Discount byRate = Discount.of(1000, 148, 15, BY_RATE);
        assertThat(byRate.rate()).isEqualByComparingTo("0.101351");
        assertThat(byRate.low()).isEqualByComparingTo("0.062386");
        assertThat(byRate.high()).isEqualByComparingTo("0.160487");
        assertThat(byRate.counted()).isEqualByComparingTo("898.648649");
        assertThat(Discount.of(1000, 148, 15, new VerificationRules(50, BigDecimal.ZERO, "low"))
                        .counted())
                .isEqualByComparingTo("937.614");
        assertThat(Discount.of(1000, 148, 15, new VerificationRules(50, BigDecimal.ZERO, "high"))
                        .counted())
                .isEqualByComparingTo("839.513");
    }

    @Test
    void anErrorRateThatIsToleratedCostsNothing() {
        assertThat(Discount.of(1000, 50, 1, BY_RATE).counted())
                .as("0.02 of 0.02")
                .isEqualByComparingTo("1000");
        assertThat(Discount.of(1000, 50, 2, BY_RATE).counted()).as("0.04").isEqualByComparingTo("960");
        assertThat(Discount.of(1000, 50, 0, new VerificationRules(50, BigDecimal.ZERO, "high"))
                        .counted())
                .isEqualByComparingTo("1000");
    }

    @Test
    void whereEverythingWasLookedIntoNothingIsEstimated() {
        Discount all = Discount.of(4, 4, 1, new VerificationRules(50, BigDecimal.ZERO, "high"));
        assertThat(all.low()).isNull();
        assertThat(all.high()).isNull();
        assertThat(all.counted()).isEqualByComparingTo("3");
        assertThat(Discount.of(4, 4, 4, BY_RATE).counted()).isEqualByComparingTo("0");
    }

    @Test
    void aPolicyThatMakesNoSenseIsRefused() {
        assertThat(catchThrowableOfType(Refusal.class, () -> new VerificationRules(0, BigDecimal.ZERO, "rate"))
                        .code())
                .isEqualTo("policy.verification-sample-unfit");
        assertThat(catchThrowableOfType(Refusal.class, () -> new VerificationRules(50, BigDecimal.ONE, "rate"))
                        .code())
                .isEqualTo("policy.verification-rate-unfit");
        assertThat(catchThrowableOfType(Refusal.class, () -> new VerificationRules(50, BigDecimal.ZERO, "guess"))
                        .code())
                .isEqualTo("policy.verification-by-unfit");
    }
}
