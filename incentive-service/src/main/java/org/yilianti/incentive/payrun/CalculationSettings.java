package org.yilianti.incentive.payrun;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How calculations use the machine.
 *
 * @param workers parts that one process carries out at once
 * @param peoplePerPart how many people a part reaches over at most; bounds its transaction
 */
@ConfigurationProperties("incentive.calculation")
record CalculationSettings(
        @DefaultValue("2") int workers,
        @DefaultValue("5000") int peoplePerPart) {}
