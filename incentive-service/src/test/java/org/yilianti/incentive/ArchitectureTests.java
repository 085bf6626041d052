package org.yilianti.incentive;

import org.yilianti.platform.test.HouseRules;

class ArchitectureTests implements HouseRules {

    @Override
    public String service() {
        return "org.yilianti.incentive";
    }
}
