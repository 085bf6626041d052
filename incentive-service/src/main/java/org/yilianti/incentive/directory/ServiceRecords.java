package org.yilianti.incentive.directory;

import java.sql.Timestamp;
import java.time.YearMonth;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.yilianti.platform.ids.Ids;

/** The records of delivered service of the directory; a record belongs to the month in which it started. */
@Component
public class ServiceRecords {

    private final JdbcTemplate batches;
    private final DirectorySettings settings;

    ServiceRecords(JdbcTemplate batches, DirectorySettings settings) {
        this.batches = batches;
        this.settings = settings;
    }

    /** Takes newer states, inserting or replacing whole rows. */
    public void apply(List<ServiceRecord> changed) {
        batches.batchUpdate("""
                insert into directory_service_record (id, association_id, version, source_id, member_id, institution_id, kind,
                    started_at, ended_at, month, minutes, night, status, lawful)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on duplicate key update association_id = values(association_id), version = values(version),
                    source_id = values(source_id), member_id = values(member_id), institution_id = values(institution_id),
                    kind = values(kind), started_at = values(started_at), ended_at = values(ended_at), month = values(month),
                    minutes = values(minutes), night = values(night), status = values(status), lawful = values(lawful)
                """, changed.stream().map(this::row).toList());
    }

    private Object[] row(ServiceRecord one) {
        return new Object[] {
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
            one.lawful()
        };
    }
}
