package org.yilianti.incentive.release;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yilianti.platform.access.RecentSignIn;
import org.yilianti.platform.policy.Policies;
import org.yilianti.platform.policy.Policy;

/** How recent a sign-in the release of money asks for. */
@Configuration(proxyBeanMethods = false)
class ReleaseConfiguration {

    @Bean
    Policy<ReleasePolicy> releasePolicy() {
        return new Policy<>("money-release", ReleasePolicy.class, ReleasePolicy.standard());
    }

    @Bean
    RecentSignIn recentSignIn(Policies policies, Clock clock) {
        return association -> Duration.ofMinutes(
                policies.inForce(association, ReleasePolicy.class, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
                        .signInMinutes());
    }
}
