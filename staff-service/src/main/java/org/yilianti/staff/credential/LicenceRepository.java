package org.yilianti.staff.credential;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.database.Pieces;
import org.yilianti.platform.database.RowInsertion;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.staff.entry.Coded;
import org.yilianti.staff.institution.InstitutionId;
import org.yilianti.staff.member.MemberId;

/** The table of licences: every version ever believed. */
@Repository
class LicenceRepository {

    /** Codes come by subquery, so that a locking read locks licences only. */
    static final String SELECT = """
            select l.*, (select code from institution i where i.id = l.main_institution_id) as main_institution_code from licence l
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final RowInsertion insertion;

    LicenceRepository(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.insertion = new RowInsertion(
                batches,
                "licence",
                "id, version, association_id, member_id, number, kind, category, scope, main_institution_id, issued_by, valid_from,"
                        + " valid_to, renews_id, status, suspended_from, suspended_to, revoked_from, status_reason, recorded_at,"
                        + " recorded_by");
    }

    /** Locks what is believed of the licence until the transaction ends. */
    Optional<Licence> lock(UUID association, LicenceId id) {
        return jdbc.sql(SELECT + "where l.association_id = ? and l.id = ? and l.believed = 1 for update")
                .params(Ids.bytes(association), id.bytes())
                .query(LicenceRepository::licence)
                .optional();
    }

    /** Locks what is believed of the licences of a holder. */
    List<Licence> lockOf(UUID association, MemberId holder) {
        return jdbc.sql(SELECT
                        + "where l.association_id = ? and l.member_id = ? and l.believed = 1 order by l.id for update")
                .params(Ids.bytes(association), holder.bytes())
                .query(LicenceRepository::licence)
                .list();
    }

    /** The licence and every renewal that continues it, in their order. */
    List<LicenceId> withRenewals(UUID association, LicenceId first) {
        List<LicenceId> chain = new ArrayList<>();
        Optional<LicenceId> next = Optional.of(first);
        while (next.isPresent()) {
            chain.add(next.get());
            next = jdbc.sql("select id from licence where association_id = ? and renews_id = ? and believed = 1")
                    .params(Ids.bytes(association), next.get().bytes())
                    .query((row, number) -> LicenceId.of(row.getBytes("id")))
                    .optional();
        }
        return chain;
    }

    /** Whether any licence has one of these numbers. */
    boolean anyOf(UUID association, Collection<String> numbers) {
        return Pieces.of(numbers).anyMatch(piece -> jdbc.sql(
                        "select 1 from licence force index (licence_number) where association_id = :association and number in (:numbers) limit 1")
                .param("association", Ids.bytes(association))
                .param("numbers", piece)
                .query(Integer.class)
                .optional()
                .isPresent());
    }

    /** Locks what is believed of the licences with these numbers; of renewals that kept their number the latest. */
    Map<String, Licence> lockByNumber(UUID association, Collection<String> numbers) {
        return Pieces.of(numbers)
                .flatMap(piece -> jdbc
                        .sql(SELECT
                                + "force index (licence_number) where l.association_id = :association and l.number in (:numbers) and l.believed = 1"
                                + " order by l.number, l.valid_from for update")
                        .param("association", Ids.bytes(association))
                        .param("numbers", piece)
                        .query(LicenceRepository::licence)
                        .list()
                        .stream())
                .collect(Collectors.toMap(
                        licence -> licence.details().number(),
                        Function.identity(),
                        BinaryOperator.maxBy(java.util.Comparator.comparing(
                                (Licence licence) -> licence.details().valid().from()))));
    }

    /** Writes new versions; what was believed before of the same licences is closed first. */
    void write(Collection<Licence> versions) {
        batches.batchUpdate(
                "update licence set superseded_at = ? where id = ? and version = ? and superseded_at is null",
                versions.stream()
                        .filter(licence -> licence.version() > 1)
                        .map(licence -> new Object[] {
                            Timestamp.from(licence.recordedAt()), licence.id().bytes(), licence.version() - 1
                        })
                        .toList());
        insertion.insert(versions, LicenceRepository::columns);
    }

    private static @Nullable Object[] columns(Licence licence) {
        LicenceDetails details = licence.details();
        Standing standing = licence.standing();
        LicenceId renews = licence.renews();
        return new @Nullable Object[] {
            licence.id().bytes(),
            licence.version(),
            Ids.bytes(licence.association()),
            licence.member().bytes(),
            details.number(),
            details.kind().code(),
            details.category().code(),
            details.scope(),
            licence.mainInstitution().bytes(),
            details.issuedBy(),
            details.valid().from(),
            details.valid().to(),
            renews == null ? null : renews.bytes(),
            standing.status().code(),
            standing.suspendedFrom(),
            standing.suspendedTo(),
            standing.revokedFrom(),
            standing.reason(),
            Timestamp.from(licence.recordedAt()),
            licence.recordedBy()
        };
    }

    static Licence licence(ResultSet row, int number) throws SQLException {
        byte[] renews = row.getBytes("renews_id");
        LicenceDetails details = new LicenceDetails(
                row.getString("number"),
                Coded.of(LicenceKind.class, row.getString("kind")),
                Coded.of(PracticeCategory.class, row.getString("category")),
                row.getString("scope"),
                row.getString("main_institution_code"),
                row.getString("issued_by"),
                new DatePeriod(
                        row.getObject("valid_from", LocalDate.class), row.getObject("valid_to", LocalDate.class)));
        Standing standing = new Standing(
                Coded.of(LicenceStatus.class, row.getString("status")),
                row.getObject("suspended_from", LocalDate.class),
                row.getObject("suspended_to", LocalDate.class),
                row.getObject("revoked_from", LocalDate.class),
                row.getString("status_reason"));
        return new Licence(
                LicenceId.of(row.getBytes("id")),
                Ids.uuid(row.getBytes("association_id")),
                row.getLong("version"),
                MemberId.of(row.getBytes("member_id")),
                InstitutionId.of(row.getBytes("main_institution_id")),
                details,
                renews == null ? null : LicenceId.of(renews),
                standing,
                row.getTimestamp("recorded_at").toInstant(),
                row.getString("recorded_by"));
    }
}
