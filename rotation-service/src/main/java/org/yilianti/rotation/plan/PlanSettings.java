package org.yilianti.rotation.plan;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How plans are solved on this machine.
 *
 * @param stepsPerSecond moves of the search that one requested second stands for
 * @param workers how many plans are solved at once; 0 stands for one per core
 * @param lease how long a worker holds a plan without a sign of life
 * @param poll how often an idle worker looks for plans
 * @param tell how often a worker tells how far it is, at most
 * @param save how often a worker saves its best plan, so that another can go on; a shorter search starts anew and stays repeatable
 * @param watch how often a watched plan is looked at
 */
@ConfigurationProperties("rotation.plan")
public record PlanSettings(
        @DefaultValue("10000") long stepsPerSecond,
        @DefaultValue("0") int workers,
        @DefaultValue("10s") Duration lease,
        @DefaultValue("1s") Duration poll,
        @DefaultValue("500ms") Duration tell,
        @DefaultValue("60s") Duration save,
        @DefaultValue("500ms") Duration watch) {

    int workersOnThisMachine() {
        return workers > 0 ? workers : Runtime.getRuntime().availableProcessors();
    }
}
