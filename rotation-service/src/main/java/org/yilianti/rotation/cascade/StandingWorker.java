package org.yilianti.rotation.cascade;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Follows the calendar: reviews agreements whose day has come, batch by batch. Any number of replicas may run it. */
@Component
class StandingWorker {

    private static final Logger log = LoggerFactory.getLogger(StandingWorker.class);

    private final StandingManagement standings;

    StandingWorker(StandingManagement standings) {
        this.standings = standings;
    }

    @Scheduled(fixedDelayString = "${rotation.cascade.poll:1m}")
    void reviewDue() {
        try {
            boolean more = true;
            while (more) {
                more = standings.reviewDue();
            }
        } catch (RuntimeException failure) {
            log.warn("agreements could not be reviewed now; trying again", failure);
        }
    }
}
