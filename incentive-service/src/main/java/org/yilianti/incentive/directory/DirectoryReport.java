package org.yilianti.incentive.directory;

import java.time.YearMonth;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yilianti.platform.ids.Ids;

/** Counts the directory, so that whoever waits for events can see that they arrived. */
@Component
public class DirectoryReport {

    private final JdbcClient jdbc;

    DirectoryReport(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public DirectoryCounts counts(UUID association, YearMonth month) {
        return jdbc.sql("""
                        select
                            (select count(*) from directory_institution where association_id = :association) as institutions,
                            (select count(*) from directory_member where association_id = :association) as members,
                            count(*) as records,
                            coalesce(sum(status = 'confirmed'), 0) as confirmed
                        from directory_service_record
                        where association_id = :association and month = :month and lawful and status <> 'withdrawn'
                        """)
                .param("association", Ids.bytes(association))
                .param("month", month.toString())
                .query((row, number) -> new DirectoryCounts(
                        row.getLong("institutions"),
                        row.getLong("members"),
                        row.getLong("records"),
                        row.getLong("confirmed")))
                .single();
    }
}
