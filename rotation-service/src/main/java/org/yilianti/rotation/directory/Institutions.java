package org.yilianti.rotation.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.ids.Ids;

/** The institutions known here. */
@Repository
public class Institutions {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    Institutions(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    public Optional<Institution> find(UUID association, UUID id) {
        return Optional.ofNullable(byId(association, List.of(id)).get(id));
    }

    /** Those of {@code ids} that are known, by id. */
    public Map<UUID, Institution> byId(UUID association, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("select * from directory_institution where association_id = :association and id in (:ids)")
                .param("association", Ids.bytes(association))
                .param("ids", ids.stream().map(Ids::bytes).toList())
                .query(Institutions::institution)
                .list()
                .stream()
                .collect(Collectors.toMap(Institution::id, Function.identity()));
    }

    /** Those of {@code codes} that are known, by code; of several with one code the one registered last. */
    public Map<String, Institution> byCode(UUID association, Collection<String> codes) {
        if (codes.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql(
                        "select * from directory_institution where association_id = :association and code in (:codes) order by id")
                .param("association", Ids.bytes(association))
                .param("codes", codes)
                .query(Institutions::institution)
                .list()
                .stream()
                .collect(Collectors.toMap(Institution::code, Function.identity(), (earlier, later) -> later));
    }

    void upsert(List<Institution> institutions) {
        batches.batchUpdate(
                """
                insert into directory_institution (id, association_id, code, name, tier, latitude, longitude)
                values (?, ?, ?, ?, ?, ?, ?)
                on duplicate key update code = values(code), name = values(name), tier = values(tier),
                    latitude = values(latitude), longitude = values(longitude)
                """,
                institutions.stream()
                        .map(one -> new Object[] {
                            Ids.bytes(one.id()),
                            Ids.bytes(one.association()),
                            one.code(),
                            one.name(),
                            one.tier(),
                            one.latitude(),
                            one.longitude()
                        })
                        .toList());
    }

    private static Institution institution(ResultSet row, int number) throws SQLException {
        return new Institution(
                Ids.uuid(row.getBytes("id")),
                Ids.uuid(row.getBytes("association_id")),
                row.getString("code"),
                row.getString("name"),
                row.getString("tier"),
                row.getObject("latitude", Double.class),
                row.getObject("longitude", Double.class));
    }
}
