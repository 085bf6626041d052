package org.yilianti.staff.alert;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.yilianti.platform.ids.Ids;

/** Looks at every ground of every association in turn; what fails of one holds up no other. Any number of replicas may run it. */
@Component
public class AlertWorker {

    private static final Logger log = LoggerFactory.getLogger(AlertWorker.class);

    private final AlertManagement management;
    private final List<AlertGround> grounds;
    private final JdbcClient jdbc;
    private final Clock clock;

    AlertWorker(AlertManagement management, List<AlertGround> grounds, JdbcClient jdbc, Clock clock) {
        this.management = management;
        this.grounds = grounds;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${staff.alerts.poll:1m}")
    void lookAround() {
        for (AlertGround ground : grounds) {
            due(ground).forEach(association -> tryComparing(association, ground));
        }
    }

    private void tryComparing(UUID association, AlertGround ground) {
        try {
            compare(association, ground);
        } catch (RuntimeException failure) {
            log.error(
                    "alerts {} of association {} cannot be looked at now; they are tried again",
                    ground.kind(),
                    association,
                    failure);
        }
    }

    /** Looks at every ground of one association now. */
    public void lookAt(UUID association) {
        grounds.forEach(ground -> compare(association, ground));
    }

    private void compare(UUID association, AlertGround ground) {
        boolean more = true;
        while (more) {
            more = management.compare(association, ground);
        }
    }

    /** The associations whose turn it is. */
    private List<UUID> due(AlertGround ground) {
        return jdbc.sql("""
                        select known.association_id from (select distinct association_id from institution) known
                        left join alert_pass p on p.association_id = known.association_id and p.kind = ?
                        where p.next_at is null or p.next_at <= ?
                        """)
                .params(ground.kind(), Timestamp.from(clock.instant()))
                .query((row, number) -> Ids.uuid(row.getBytes("association_id")))
                .list();
    }
}
