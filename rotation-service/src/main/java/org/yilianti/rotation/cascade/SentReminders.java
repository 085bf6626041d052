package org.yilianti.rotation.cascade;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.ids.Ids;

/** Which reminders have been sent, so that each is sent once; written under the members' locks. */
@Repository
class SentReminders {

    private record Key(UUID agreement, String kind, LocalDate endsOn, int leadDays) {}

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;

    SentReminders(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    /** Keeps these as sent; gives those that were not before. */
    List<Reminder> keepNew(List<Reminder> reminders) {
        if (reminders.isEmpty()) {
            return List.of();
        }
        Set<Key> known = known(reminders);
        List<Reminder> fresh =
                reminders.stream().filter(one -> known.add(key(one))).toList();
        Timestamp now = Timestamp.from(clock.instant());
        batches.batchUpdate("""
                insert into agreement_reminder (agreement_id, kind, ends_on, lead_days, association_id, sent_at)
                values (?, ?, ?, ?, ?, ?)
                """, fresh.stream().map(one -> columns(one, now)).toList());
        return fresh;
    }

    private Set<Key> known(List<Reminder> reminders) {
        return new HashSet<>(jdbc.sql(
                        "select agreement_id, kind, ends_on, lead_days from agreement_reminder where agreement_id in (:ids)")
                .param(
                        "ids",
                        reminders.stream()
                                .map(one -> Ids.bytes(one.ending().agreement().id()))
                                .toList())
                .query((row, number) -> new Key(
                        Ids.uuid(row.getBytes(1)), row.getString(2), row.getObject(3, LocalDate.class), row.getInt(4)))
                .list());
    }

    private static Key key(Reminder one) {
        Ending ending = one.ending();
        return new Key(ending.agreement().id(), ending.kind(), ending.on(), one.leadDays());
    }

    private static Object[] columns(Reminder one, Timestamp now) {
        Ending ending = one.ending();
        return new Object[] {
            Ids.bytes(ending.agreement().id()),
            ending.kind(),
            ending.on(),
            one.leadDays(),
            Ids.bytes(ending.agreement().association()),
            now
        };
    }
}
