package org.yilianti.incentive.directory;

import java.sql.Timestamp;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yilianti.platform.ids.Ids;

/** The records of delivered service of the directory; a record belongs to the month in which it started. */
@Component
public class ServiceRecords {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final DirectorySettings settings;

    ServiceRecords(JdbcClient jdbc, JdbcTemplate batches, DirectorySettings settings) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.settings = settings;
    }

    /** Takes newer states, inserting or replacing whole rows. */
    public void apply(List<ServiceRecord> changed) {
        batches.batchUpdate("""
                insert into directory_service_record (id, association_id, version, source_id, member_id, institution_id, kind,
                    started_at, ended_at, month, minutes, night, status, lawful, call_up)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on duplicate key update association_id = values(association_id), version = values(version),
                    source_id = values(source_id), member_id = values(member_id), institution_id = values(institution_id),
                    kind = values(kind), started_at = values(started_at), ended_at = values(ended_at), month = values(month),
                    minutes = values(minutes), night = values(night), status = values(status), lawful = values(lawful),
                    call_up = values(call_up)
                """, changed.stream().map(this::row).toList());
    }

    /**
     * How many confirmed and lawful records of a month there are of each institution that has any.
     *
     * @param kinds of service; none for all
     */
    public Map<UUID, Long> delivered(
            UUID association, YearMonth month, Collection<UUID> institutions, Set<String> kinds) {
        Map<UUID, Long> counts = new HashMap<>();
        jdbc.sql("""
                        select institution_id, count(*) as records from directory_service_record
                        where association_id = :association and month = :month and status = 'confirmed' and lawful
                            and institution_id in (:institutions) and (:all or kind in (:kinds))
                        group by institution_id
                        """)
                .param("association", Ids.bytes(association))
                .param("month", month.toString())
                .param("institutions", institutions.stream().map(Ids::bytes).toList())
                .param("all", kinds.isEmpty())
                .param("kinds", kinds.isEmpty() ? Set.of("") : kinds)
                .query(row -> {
                    counts.put(Ids.uuid(row.getBytes("institution_id")), row.getLong("records"));
                });
        return counts;
    }

    private @Nullable Object[] row(ServiceRecord one) {
        return new @Nullable Object[] {
            Ids.bytes(one.id()),
            Ids.bytes(one.association()),
            one.version(),
            one.sourceId(),
            Ids.bytes(one.member()),
            Ids.bytes(one.institution()),
            one.kind(),
            Timestamp.from(one.startedAt()),
            Timestamp.from(one.endedAt()),
            YearMonth.from(one.startedAt().atZone(settings.zone())).toString(),
            one.minutes(),
            one.night(),
            one.status(),
            one.lawful(),
            one.callUp()
        };
    }
}
