package org.yilianti.staff;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.yilianti.platform.ids.Ids;

/** Many invented people in the store, without the imports that would bring them. */
public final class SearchCrowd {

    private SearchCrowd() {}

    /**
     * Fills an association by LOAD DATA: people with an appointment and a licence each, in institutions of about 500.
     *
     * @param directory for the files that are loaded
     */
    public static SearchRows fill(
            JdbcTemplate jdbc, Environment environment, int people, UUID association, Path directory) throws Exception {
        int institutions = Math.max(20, people / 500);
        SearchRows rows =
                new SearchRows(people, institutions, association, LocalDate.now(ZoneId.of("Asia/Shanghai")), directory);
        jdbc.batchUpdate(
                """
                insert into institution (id, association_id, version, code, name, tier, leading_institution, setting, population, area_km2)
                values (?, ?, 1, ?, ?, 'township-health-centre', false, 'rural', 30000, 80)
                """,
                IntStream.range(0, institutions)
                        .mapToObj(n -> new Object[] {
                            Ids.bytes(SearchRows.id(4, n)),
                            Ids.bytes(association),
                            SearchRows.institution(n),
                            "卫生院 " + n
                        })
                        .toList());
        try (Connection raw = DriverManager.getConnection(
                environment.getRequiredProperty("spring.datasource.url") + "&allowLoadLocalInfile=true",
                environment.getRequiredProperty("spring.datasource.username"),
                environment.getRequiredProperty("spring.datasource.password"))) {
            RawRows.load(raw, rows.statements());
        }
        jdbc.execute("analyze table member, appointment, licence");
        return rows;
    }
}
