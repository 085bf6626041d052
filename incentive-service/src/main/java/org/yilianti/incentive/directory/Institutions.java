package org.yilianti.incentive.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yilianti.platform.ids.Ids;

/** The institutions of the directory. */
@Component
public class Institutions {

    private final JdbcTemplate batches;
    private final JdbcClient jdbc;

    Institutions(JdbcTemplate batches, JdbcClient jdbc) {
        this.batches = batches;
        this.jdbc = jdbc;
    }

    /** Those of {@code ids} that are known, by code; the others are missing from the answer. */
    public List<Institution> find(UUID association, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        select id, association_id, version, code, name, name_en, tier, population from directory_institution
                        where association_id = :association and id in (:ids) order by code
                        """)
                .param("association", Ids.bytes(association))
                .param("ids", ids.stream().map(Ids::bytes).toList())
                .query(Institutions::institution)
                .list();
    }

    /** Takes newer states, inserting or replacing whole rows. */
    public void apply(List<Institution> changed) {
        batches.batchUpdate(
                """
                insert into directory_institution (id, association_id, version, code, name, name_en, tier, population)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                on duplicate key update association_id = values(association_id), version = values(version),
                    code = values(code), name = values(name), name_en = values(name_en), tier = values(tier),
                    population = values(population)
                """,
                changed.stream()
                        .map(one -> new Object[] {
                            Ids.bytes(one.id()),
                            Ids.bytes(one.association()),
                            one.version(),
                            one.code(),
                            one.name(),
                            one.nameEn(),
                            one.tier(),
                            one.population()
                        })
                        .toList());
    }

    private static Institution institution(ResultSet row, int number) throws SQLException {
        return new Institution(
                Ids.uuid(row.getBytes("id")),
                Ids.uuid(row.getBytes("association_id")),
                row.getLong("version"),
                row.getString("code"),
                row.getString("name"),
                row.getString("name_en"),
                row.getString("tier"),
                row.getLong("population"));
    }
}
