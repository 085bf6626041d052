package org.yilianti.rotation.application;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Follows the calendar for applications. Any number of replicas may run it. */
@Component
class ApplicationWorker {

    private static final Logger log = LoggerFactory.getLogger(ApplicationWorker.class);

    private final CalendarManagement calendar;

    ApplicationWorker(CalendarManagement calendar) {
        this.calendar = calendar;
    }

    @Scheduled(fixedDelayString = "${rotation.applications.poll:1m}")
    void act() {
        try {
            boolean more = true;
            while (more) {
                more = calendar.act();
            }
        } catch (RuntimeException failure) {
            log.warn("applications could not be looked at now; trying again", failure);
        }
    }
}
