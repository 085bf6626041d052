package org.yilianti.incentive.payrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PayrunSettingsTests {

    private final PayrunSettings settings = new PayrunSettings(
            Map.of("duty", new BigDecimal("1.0"), "outreach", new BigDecimal("1.3")), new BigDecimal("1.5"), Map.of());

    @Test
    void aMinuteOfOutreachCountsMoreThanOneOnSite() {
        assertThat(settings.weight("outreach", false)).isEqualByComparingTo("1.3");
        assertThat(settings.weight("duty", false)).isEqualByComparingTo("1");
    }

    @Test
    void theNightFactorMultiplies() {
        assertThat(settings.weight("outreach", true)).isEqualByComparingTo("1.95");
    }

    @Test
    void aKindWithoutAWeightIsAnErrorAndNotZero() {
        assertThatThrownBy(() -> settings.weight("other", false)).hasMessageContaining("other");
    }
}
