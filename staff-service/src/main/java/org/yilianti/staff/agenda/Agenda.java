package org.yilianti.staff.agenda;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.ids.Ids;

/** The table of what comes about by itself. */
@Repository
public class Agenda {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;

    Agenda(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    /** Plans items in the transaction of their cause. */
    public void plan(Collection<AgendaItem> items) {
        Timestamp now = Timestamp.from(clock.instant());
        batches.batchUpdate(
                "insert into agenda_item (id, association_id, work, subject_id, due_on, attempts, retry_at) values (?, ?, ?, ?, ?, 0, ?)",
                items.stream()
                        .map(item -> new Object[] {
                            Ids.bytes(Ids.next()),
                            Ids.bytes(item.association()),
                            item.work(),
                            Ids.bytes(item.subject()),
                            item.dueOn(),
                            now
                        })
                        .toList());
    }

    /** The ids of items that may be done now, the longest due first. */
    List<UUID> due(LocalDate today, int limit) {
        return jdbc.sql(
                        "select id from agenda_item where due_on <= ? and retry_at <= ? order by due_on, retry_at limit ?")
                .params(today, Timestamp.from(clock.instant()), limit)
                .query((row, number) -> Ids.uuid(row.getBytes("id")))
                .list();
    }

    /** Locks the item; empty when it is done or another replica holds it. */
    Optional<AgendaItem> lock(UUID id) {
        return jdbc.sql("select * from agenda_item where id = ? for update skip locked")
                .param(Ids.bytes(id))
                .query((row, number) -> new AgendaItem(
                        Ids.uuid(row.getBytes("association_id")),
                        row.getString("work"),
                        Ids.uuid(row.getBytes("subject_id")),
                        row.getObject("due_on", LocalDate.class)))
                .optional();
    }

    void strike(UUID id) {
        jdbc.sql("delete from agenda_item where id = ?").param(Ids.bytes(id)).update();
    }

    /** Leaves an item that failed for later, each time a minute longer, so that it holds up no other. */
    void postpone(UUID id) {
        jdbc.sql("""
                        update agenda_item set attempts = attempts + 1, retry_at = date_add(?, interval least(attempts + 1, 60) minute)
                        where id = ?
                        """).params(Timestamp.from(clock.instant()), Ids.bytes(id)).update();
    }
}
