package org.yilianti.incentive.payscheme;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yilianti.incentive.fund.PayKind;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.PageRequest;
import tools.jackson.databind.ObjectMapper;

/** The pay schemes of an association, with their terms as JSON. */
@Component
public class PaySchemes {

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    PaySchemes(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The scheme; refuses (404) when the association has none of this id. */
    public PayScheme get(UUID association, PaySchemeId id) {
        return find(association, id, "").orElseThrow(() -> Refusal.notFound("payscheme.not-found", id.value()));
    }

    /** As {@link #get}, locked until the end of the transaction. */
    PayScheme lock(UUID association, PaySchemeId id) {
        return find(association, id, "for update")
                .orElseThrow(() -> Refusal.notFound("payscheme.not-found", id.value()));
    }

    /** What the pools of this kind of a month are paid by; empty when no scheme is valid yet. */
    public Optional<PayScheme> inForce(UUID association, PayKind kind, YearMonth month) {
        return jdbc.sql("""
                        select * from pay_scheme where association_id = ? and kind = ? and status = 'published' and valid_from <= ?
                        order by valid_from desc, published_at desc, id desc limit 1
                        """)
                .params(Ids.bytes(association), kind.code(), month.toString())
                .query(this::scheme)
                .optional();
    }

    /** A page of schemes, oldest first. */
    public List<PayScheme> list(UUID association, PageRequest page) {
        return jdbc.sql("select * from pay_scheme where association_id = ? and id > ? order by id limit ?")
                .param(Ids.bytes(association))
                .param(page.afterId())
                .param(page.fetchSize())
                .query(this::scheme)
                .list();
    }

    /** The number of the next edition of a name. */
    int nextEdition(UUID association, String name) {
        return jdbc.sql("select coalesce(max(edition), 0) + 1 from pay_scheme where association_id = ? and name = ?")
                .params(Ids.bytes(association), name)
                .query(Integer.class)
                .single();
    }

    void insert(PayScheme scheme) {
        jdbc.sql("""
                        insert into pay_scheme (id, association_id, version, kind, name, edition, valid_from, status, terms, created_by,
                            created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(scheme.id().bytes())
                .param(Ids.bytes(scheme.association()))
                .param(scheme.version())
                .param(scheme.kind().code())
                .param(scheme.name())
                .param(scheme.edition())
                .param(scheme.validFrom().toString())
                .param(scheme.status().code())
                .param(json.writeValueAsString(StoredTerms.of(scheme)))
                .param(scheme.createdBy())
                .param(Timestamp.from(scheme.createdAt()))
                .update();
    }

    void update(PayScheme scheme) {
        Instant publishedAt = scheme.publishedAt();
        jdbc.sql("""
                        update pay_scheme set version = ?, kind = ?, valid_from = ?, status = ?, terms = ?, published_by = ?, published_at = ?
                        where id = ?
                        """)
                .param(scheme.version())
                .param(scheme.kind().code())
                .param(scheme.validFrom().toString())
                .param(scheme.status().code())
                .param(json.writeValueAsString(StoredTerms.of(scheme)))
                .param(scheme.publishedBy())
                .param(publishedAt == null ? null : Timestamp.from(publishedAt))
                .param(scheme.id().bytes())
                .update();
    }

    void delete(PayScheme draft) {
        jdbc.sql("delete from pay_scheme where id = ? and status = 'draft'")
                .param(draft.id().bytes())
                .update();
    }

    private Optional<PayScheme> find(UUID association, PaySchemeId id, String lock) {
        return jdbc.sql("select * from pay_scheme where association_id = ? and id = ? " + lock)
                .params(Ids.bytes(association), id.bytes())
                .query(this::scheme)
                .optional();
    }

    /** A document around the list, since only an element of a known type is written with the name of its own. */
    private record StoredTerms(List<PayTerm> terms) {
        static StoredTerms of(PayScheme scheme) {
            return new StoredTerms(scheme.terms().all());
        }
    }

    private PayScheme scheme(ResultSet row, int number) throws SQLException {
        Timestamp publishedAt = row.getTimestamp("published_at");
        return new PayScheme(
                new PaySchemeId(Ids.uuid(row.getBytes("id"))),
                Ids.uuid(row.getBytes("association_id")),
                row.getLong("version"),
                new PayKind(row.getString("kind")),
                row.getString("name"),
                row.getInt("edition"),
                YearMonth.parse(row.getString("valid_from")),
                PaySchemeStatus.of(row.getString("status")),
                new PayTerms(json.readValue(row.getString("terms"), StoredTerms.class)
                        .terms()),
                row.getString("created_by"),
                row.getTimestamp("created_at").toInstant(),
                row.getString("published_by"),
                publishedAt == null ? null : publishedAt.toInstant());
    }
}
