package org.yilianti.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

    private static final ApplicationModules MODULES = ApplicationModules.of(RotationApplication.class);

    @Test
    void featuresMeetOnlyWhereTheyDeclareIt() {
        MODULES.verify();
    }

    @Test
    void everyFeatureIsAModule() {
        assertThat(MODULES.stream().map(module -> module.getIdentifier().toString()))
                .containsExactlyInAnyOrder(
                        "directory",
                        "notification",
                        "agreement",
                        "cascade",
                        "practice",
                        "application",
                        "demand",
                        "solver",
                        "leave",
                        "wish",
                        "fairness",
                        "sheet",
                        "table",
                        "feed",
                        "roster",
                        "plan",
                        "repair",
                        "swap",
                        "claim",
                        "limit",
                        "programme",
                        "service",
                        "incident",
                        "sharing");
    }
}
