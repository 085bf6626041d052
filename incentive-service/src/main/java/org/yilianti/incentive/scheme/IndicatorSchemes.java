package org.yilianti.incentive.scheme;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.PageRequest;

/** The schemes of an association, with their contents. */
@Component
public class IndicatorSchemes {

    private final JdbcClient jdbc;
    private final SchemeContents contents;

    IndicatorSchemes(JdbcClient jdbc, SchemeContents contents) {
        this.jdbc = jdbc;
        this.contents = contents;
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
                .param(page.afterId())
                .param(page.fetchSize())
                .query(IndicatorSchemes::scheme)
                .list()
                .stream()
                .map(this::complete)
                .toList();
    }

    /** The newest edition of a name; empty when there is none. */
    Optional<IndicatorScheme> newest(UUID association, String name) {
        return jdbc.sql(
                        "select * from indicator_scheme where association_id = ? and name = ? order by edition desc limit 1")
                .params(Ids.bytes(association), name)
                .query(IndicatorSchemes::scheme)
                .optional()
                .map(this::complete);
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
                        insert into indicator_scheme (id, association_id, version, name, edition, status, created_by, author, created_at,
                            no_data) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(scheme.id().bytes())
                .param(Ids.bytes(scheme.association()))
                .param(scheme.version())
                .param(scheme.name())
                .param(scheme.edition())
                .param(scheme.status().code())
                .param(scheme.createdBy())
                .param(scheme.createdBy())
                .param(Timestamp.from(scheme.createdAt()))
                .param(scheme.content().noData().code())
                .update();
        contents.insert(scheme);
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

    void replaceContent(IndicatorScheme scheme) {
        contents.replace(scheme);
        jdbc.sql("update indicator_scheme set no_data = ? where id = ?")
                .params(scheme.content().noData().code(), scheme.id().bytes())
                .update();
    }

    private Optional<IndicatorScheme> find(UUID association, SchemeId id, String lock) {
        return jdbc.sql("select * from indicator_scheme where association_id = ? and id = ? " + lock)
                .params(Ids.bytes(association), id.bytes())
                .query(IndicatorSchemes::scheme)
                .optional()
                .map(this::complete);
    }

    private IndicatorScheme complete(IndicatorScheme header) {
        return header.with(contents.read(header.id(), header.content().noData()));
    }

    private static IndicatorScheme scheme(ResultSet row, int number) throws SQLException {
        return new IndicatorScheme(
                new SchemeId(Ids.uuid(row.getBytes("id"))),
                Ids.uuid(row.getBytes("association_id")),
                row.getLong("version"),
                row.getString("name"),
                row.getInt("edition"),
                SchemeStatus.of(row.getString("status")),
                new SchemeContent(List.of(), List.of(), NoData.of(row.getString("no_data"))),
                row.getString("created_by"),
                row.getTimestamp("created_at").toInstant(),
                row.getString("published_by"),
                instant(row.getTimestamp("published_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
