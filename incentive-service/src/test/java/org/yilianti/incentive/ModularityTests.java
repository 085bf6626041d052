package org.yilianti.incentive;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

    @Test
    void featuresMeetOnlyAsTheyDeclare() {
        ApplicationModules.of(IncentiveApplication.class).verify();
    }
}
