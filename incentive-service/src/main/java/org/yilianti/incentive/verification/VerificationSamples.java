package org.yilianti.incentive.verification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.web.PageRequest;
import tools.jackson.databind.ObjectMapper;

/** The samples of an association. */
@Component
public class VerificationSamples {

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    VerificationSamples(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** A sample of an institution in scope. */
    public Optional<VerificationSample> find(UUID association, UUID id, InstitutionScope scope) {
        return find(association, id, scope, "");
    }

    /** As {@link #find}, locked until the end of the transaction. */
    Optional<VerificationSample> lock(UUID association, UUID id, InstitutionScope scope) {
        return find(association, id, scope, " for update");
    }

    /** As {@link #find}, and it is not completed before the end of the transaction; many may hold it at once. */
    Optional<VerificationSample> hold(UUID association, UUID id, InstitutionScope scope) {
        return find(association, id, scope, " lock in share mode");
    }

    /**
     * A page of samples of institutions in scope, oldest first.
     *
     * @param month only of this one; null for all
     * @param completed only those that are, or are not; null for all
     */
    public List<VerificationSample> list(
            UUID association,
            InstitutionScope scope,
            @Nullable YearMonth month,
            @Nullable Boolean completed,
            PageRequest page) {
        return jdbc.sql("""
                        select * from verification_sample where association_id = :association and id > :after
                            and (:month is null or month = :month) and (:status is null or status = :status) and %s
                        order by id limit :size
                        """.formatted(scope.sql("institution_code")))
                .param("association", Ids.bytes(association))
                .param("after", page.afterId())
                .param("month", month == null ? null : month.toString())
                .param("status", completed == null ? null : status(completed))
                .param("scopeCodes", scope.sqlCodes())
                .param("size", page.fetchSize())
                .query(this::sample)
                .list();
    }

    private Optional<VerificationSample> find(UUID association, UUID id, InstitutionScope scope, String lock) {
        return jdbc.sql("select * from verification_sample where association_id = :association and id = :id and "
                        + scope.sql("institution_code") + lock)
                .param("association", Ids.bytes(association))
                .param("id", Ids.bytes(id))
                .param("scopeCodes", scope.sqlCodes())
                .query(this::sample)
                .optional();
    }

    void insert(VerificationSample one) {
        VerificationSample.Claim claim = one.claim();
        jdbc.sql("""
                        insert into verification_sample (id, association_id, version, institution_id, institution_code, indicator, month,
                            kind, seed, claimed, size, rules, status, drawn_by, drawn_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'drawn', ?, ?)
                        """)
                .param(Ids.bytes(one.id()))
                .param(Ids.bytes(one.association()))
                .param(one.version())
                .param(Ids.bytes(claim.institution()))
                .param(claim.institutionCode())
                .param(claim.indicator())
                .param(claim.month().toString())
                .param(claim.kind())
                .param(HexFormat.of().parseHex(one.seed().hex()))
                .param(one.claimed())
                .param(one.size())
                .param(json.writeValueAsString(one.rules()))
                .param(one.drawnBy())
                .param(Timestamp.from(one.drawnAt()))
                .update();
    }

    void complete(VerificationSample one, Discount discount) {
        jdbc.sql("""
                        update verification_sample set version = ?, status = 'completed', completed_by = ?, completed_at = ?, refuted = ?,
                            rate = ?, low = ?, high = ?, counted = ? where id = ?
                        """)
                .param(one.version())
                .param(one.completedBy())
                .param(Timestamp.from(clock.instant()))
                .param(discount.refuted())
                .param(discount.rate())
                .param(discount.low())
                .param(discount.high())
                .param(discount.counted())
                .param(Ids.bytes(one.id()))
                .update();
    }

    private static String status(boolean completed) {
        return completed ? "completed" : "drawn";
    }

    private VerificationSample sample(ResultSet row, int number) throws SQLException {
        return new VerificationSample(
                Ids.uuid(row.getBytes("id")),
                Ids.uuid(row.getBytes("association_id")),
                row.getLong("version"),
                new VerificationSample.Claim(
                        Ids.uuid(row.getBytes("institution_id")),
                        row.getString("institution_code"),
                        row.getString("indicator"),
                        YearMonth.parse(row.getString("month")),
                        row.getString("kind")),
                new VerificationSample.Seed(HexFormat.of().formatHex(row.getBytes("seed"))),
                row.getInt("claimed"),
                row.getInt("size"),
                json.readValue(row.getString("rules"), VerificationRules.class),
                row.getString("drawn_by"),
                row.getTimestamp("drawn_at").toInstant(),
                row.getString("completed_by"),
                row.getBigDecimal("counted") == null
                        ? null
                        : new Discount(
                                row.getInt("refuted"),
                                row.getBigDecimal("rate"),
                                row.getBigDecimal("low"),
                                row.getBigDecimal("high"),
                                row.getBigDecimal("counted")));
    }
}
