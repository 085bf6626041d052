package org.yilianti.staff;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

    @Test
    void featuresMeetOnlyWhereTheyDeclareIt() {
        ApplicationModules.of(StaffApplication.class).verify();
    }
}
