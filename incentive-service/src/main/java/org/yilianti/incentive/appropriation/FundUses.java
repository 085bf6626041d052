package org.yilianti.incentive.appropriation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.money.Money;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.PageRequest;

/** What institutions were paid of appropriations, and what they used it for. */
@Component
public class FundUses {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    FundUses(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** A page of the uses of an appropriation by institutions in scope, oldest first. */
    public List<FundUse> of(UUID association, UUID appropriation, InstitutionScope scope, PageRequest page) {
        return jdbc.sql(
                        "select * from fund_use where association_id = :association and appropriation_id = :appropriation"
                                + " and id > :after and " + scope.sql("institution_code") + " order by id limit :size")
                .param("association", Ids.bytes(association))
                .param("appropriation", Ids.bytes(appropriation))
                .param("after", page.afterId())
                .param("size", page.fetchSize())
                .param("scopeCodes", scope.sqlCodes())
                .query(FundUses::use)
                .list();
    }

    /** A use of an institution in scope; refuses (404) any other. */
    FundUse get(UUID association, UUID id, InstitutionScope scope) {
        return jdbc.sql("select * from fund_use where association_id = :association and id = :id and "
                        + scope.sql("institution_code"))
                .param("association", Ids.bytes(association))
                .param("id", Ids.bytes(id))
                .param("scopeCodes", scope.sqlCodes())
                .query(FundUses::use)
                .optional()
                .orElseThrow(() -> Refusal.notFound("appropriation.use-not-found", id));
    }

    /** Whether the money went into a pay pool. */
    boolean feedsPool(UUID use) {
        return jdbc.sql("select count(*) from pool_funding_part where use_id = ?")
                        .param(Ids.bytes(use))
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** The institution with this code that was paid something; empty when none was. */
    Optional<UUID> paid(UUID appropriation, String code) {
        return jdbc.sql("select institution_id from appropriation_institution where appropriation_id = ? and code = ?")
                .params(Ids.bytes(appropriation), code)
                .query((row, number) -> Ids.uuid(row.getBytes(1)))
                .optional();
    }

    /** Institutions were paid these parts of their shares; always in the same order, so that nobody waits in a circle. */
    void receive(Allotment allotment, Function<AllotmentShare, Money> part) {
        batches.batchUpdate(
                """
                insert into appropriation_institution (appropriation_id, institution_id, association_id, code, name, received_fen, used_fen)
                values (?, ?, ?, ?, ?, ?, 0) on duplicate key update received_fen = received_fen + values(received_fen)
                """,
                allotment.shares().stream()
                        .sorted(Comparator.comparing(AllotmentShare::code))
                        .map(share -> new Object[] {
                            Ids.bytes(allotment.appropriation()),
                            Ids.bytes(share.institution()),
                            Ids.bytes(allotment.association()),
                            share.code(),
                            share.name(),
                            part.apply(share).fen()
                        })
                        .toList());
    }

    /** Keeps a use and counts it; refuses (409) more than the institution was paid. */
    void insert(FundUse use) {
        UUID reverses = use.reverses();
        jdbc.sql("""
                        insert into fund_use (id, association_id, appropriation_id, institution_id, institution_code, purpose, amount_fen,
                            used_on, reference, recorded_by, recorded_at, reverses_id) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(Ids.bytes(use.id()))
                .param(Ids.bytes(use.association()))
                .param(Ids.bytes(use.appropriation()))
                .param(Ids.bytes(use.institution()))
                .param(use.institutionCode())
                .param(use.purpose())
                .param(use.amount().fen())
                .param(use.usedOn())
                .param(use.reference())
                .param(use.recordedBy())
                .param(Timestamp.from(use.recordedAt()))
                .param(reverses == null ? null : Ids.bytes(reverses))
                .update();
        long more = reverses == null ? use.amount().fen() : -use.amount().fen();
        int counted = jdbc.sql("""
                        update appropriation_institution set used_fen = used_fen + :more
                        where appropriation_id = :appropriation and institution_id = :institution
                            and used_fen + :more between 0 and received_fen
                        """)
                .param("more", more)
                .param("appropriation", Ids.bytes(use.appropriation()))
                .param("institution", Ids.bytes(use.institution()))
                .update();
        if (counted == 0) {
            throw Refusal.conflict(
                    "appropriation.used-up", use.institutionCode(), use.amount().toString());
        }
    }

    private static FundUse use(ResultSet row, int number) throws SQLException {
        byte @Nullable [] reverses = row.getBytes("reverses_id");
        return new FundUse(
                Ids.uuid(row.getBytes("id")),
                Ids.uuid(row.getBytes("association_id")),
                Ids.uuid(row.getBytes("appropriation_id")),
                Ids.uuid(row.getBytes("institution_id")),
                row.getString("institution_code"),
                row.getString("purpose"),
                Money.ofFen(row.getLong("amount_fen")),
                row.getObject("used_on", LocalDate.class),
                row.getString("reference"),
                row.getString("recorded_by"),
                row.getTimestamp("recorded_at").toInstant(),
                reverses == null ? null : Ids.uuid(reverses));
    }
}
