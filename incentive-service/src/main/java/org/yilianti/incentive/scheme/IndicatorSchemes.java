package org.yilianti.incentive.scheme;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.PageRequest;

/** The schemes of an association, with their indicators. */
@Component
public class IndicatorSchemes {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    IndicatorSchemes(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** The scheme; refuses (404) when the association has none of this id. */
    public IndicatorScheme get(UUID association, SchemeId id) {
        return find(association, id, "").orElseThrow(() -> Refusal.notFound("scheme.not-found", id.value()));
    }

    /** As {@link #get}, locked until the end of the transaction. */
    IndicatorScheme lock(UUID association, SchemeId id) {
        return find(association, id, "for update").orElseThrow(() -> Refusal.notFound("scheme.not-found", id.value()));
    }

    /** A page of schemes, oldest first. */
    public List<IndicatorScheme> list(UUID association, PageRequest page) {
        return jdbc
                .sql("select * from indicator_scheme where association_id = ? and id > ? order by id limit ?")
                .param(Ids.bytes(association))
                .param(
                        page.after() == null
                                ? new byte[16]
                                : Ids.bytes(page.after().id(0)))
                .param(page.fetchSize())
                .query(IndicatorSchemes::scheme)
                .list()
                .stream()
                .map(this::complete)
                .toList();
    }

    /** The number of the next edition of a name. */
    int nextEdition(UUID association, String name) {
        return jdbc.sql(
                        "select coalesce(max(edition), 0) + 1 from indicator_scheme where association_id = ? and name = ?")
                .params(Ids.bytes(association), name)
                .query(Integer.class)
                .single();
    }

    void insert(IndicatorScheme scheme) {
        jdbc.sql("""
                        insert into indicator_scheme (id, association_id, version, name, edition, status, created_by, created_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(scheme.id().bytes())
                .param(Ids.bytes(scheme.association()))
                .param(scheme.version())
                .param(scheme.name())
                .param(scheme.edition())
                .param(scheme.status().code())
                .param(scheme.createdBy())
                .param(Timestamp.from(scheme.createdAt()))
                .update();
        insertIndicators(scheme);
    }

    void update(IndicatorScheme scheme) {
        Instant publishedAt = scheme.publishedAt();
        jdbc.sql("update indicator_scheme set version = ?, status = ?, published_by = ?, published_at = ? where id = ?")
                .param(scheme.version())
                .param(scheme.status().code())
                .param(scheme.publishedBy())
                .param(publishedAt == null ? null : Timestamp.from(publishedAt))
                .param(scheme.id().bytes())
                .update();
    }

    void replaceIndicators(IndicatorScheme scheme) {
        jdbc.sql("delete from indicator where scheme_id = ?")
                .param(scheme.id().bytes())
                .update();
        insertIndicators(scheme);
    }

    private void insertIndicators(IndicatorScheme scheme) {
        List<Object[]> rows = new ArrayList<>();
        for (Indicator one : scheme.indicators()) {
            rows.add(new Object[] {
                scheme.id().bytes(),
                one.code(),
                Ids.bytes(scheme.association()),
                rows.size(),
                one.name(),
                one.nameEn(),
                one.weight(),
                one.target(),
                one.floor(),
                one.scoring().code()
            });
        }
        batches.batchUpdate("""
                insert into indicator (scheme_id, code, association_id, position, name, name_en, weight, target, floor_value, scoring)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, rows);
    }

    private Optional<IndicatorScheme> find(UUID association, SchemeId id, String lock) {
        return jdbc.sql("select * from indicator_scheme where association_id = ? and id = ? " + lock)
                .params(Ids.bytes(association), id.bytes())
                .query(IndicatorSchemes::scheme)
                .optional()
                .map(this::complete);
    }

    private IndicatorScheme complete(IndicatorScheme header) {
        return header.with(indicators(header.id()));
    }

    private List<Indicator> indicators(SchemeId id) {
        return jdbc.sql("select * from indicator where scheme_id = ? order by position")
                .param(id.bytes())
                .query((row, number) -> new Indicator(
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("name_en"),
                        row.getBigDecimal("weight"),
                        row.getBigDecimal("target"),
                        row.getBigDecimal("floor_value"),
                        Scoring.of(row.getString("scoring"))))
                .list();
    }

    private static IndicatorScheme scheme(ResultSet row, int number) throws SQLException {
        return new IndicatorScheme(
                new SchemeId(Ids.uuid(row.getBytes("id"))),
                Ids.uuid(row.getBytes("association_id")),
                row.getLong("version"),
                row.getString("name"),
                row.getInt("edition"),
                SchemeStatus.of(row.getString("status")),
                List.of(),
                row.getString("created_by"),
                row.getTimestamp("created_at").toInstant(),
                row.getString("published_by"),
                instant(row.getTimestamp("published_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
