package org.yilianti.staff.remediation;

import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Searches every association in turn for gaps. Any number of replicas may run it. */
@Component
public class GapWorker {

    private static final Logger log = LoggerFactory.getLogger(GapWorker.class);

    private final GapManagement management;

    GapWorker(GapManagement management) {
        this.management = management;
    }

    @Scheduled(fixedDelayString = "${staff.remediation.poll:5m}")
    void lookAround() {
        for (UUID association : management.due()) {
            try {
                lookAt(association);
            } catch (RuntimeException failure) {
                log.error("association {} cannot be searched for gaps now; it is tried again", association, failure);
            }
        }
    }

    /** Searches one association now, to the end. */
    public void lookAt(UUID association) {
        boolean more = true;
        while (more) {
            more = management.search(association);
        }
    }
}
