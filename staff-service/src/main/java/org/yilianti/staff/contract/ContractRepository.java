package org.yilianti.staff.contract;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.database.RowInsertion;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.platform.time.Recorded;
import org.yilianti.staff.entry.Coded;
import org.yilianti.staff.institution.InstitutionId;
import org.yilianti.staff.institution.InstitutionRef;
import org.yilianti.staff.member.MemberId;
import org.yilianti.staff.member.Recording;
import org.yilianti.staff.member.Sight;

/** The table of contracts: every belief ever held. */
@Repository
public class ContractRepository {

    private static final String SELECT =
            "select c.*, (select code from institution i where i.id = c.institution_id) as institution_code from contract c ";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final RowInsertion insertion;

    ContractRepository(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.insertion = new RowInsertion(
                batches,
                "contract",
                "id, revision, association_id, member_id, institution_id, kind, number, valid_from, valid_to, renews_id, recorded_at, recorded_by, reason");
    }

    /** What is believed now of a contract. */
    Optional<Contract> believed(UUID association, UUID id) {
        return jdbc.sql(SELECT + "where c.association_id = ? and c.id = ? and c.believed = 1")
                .params(Ids.bytes(association), Ids.bytes(id))
                .query(ContractRepository::contract)
                .optional();
    }

    /** What was believed at a revision of a contract. */
    Optional<Contract> revision(UUID association, UUID id, int revision) {
        return jdbc.sql(SELECT + "where c.association_id = ? and c.id = ? and c.revision = ?")
                .params(Ids.bytes(association), Ids.bytes(id), revision)
                .query(ContractRepository::contract)
                .optional();
    }

    /** What is believed now of a member's contracts, in sight or not. */
    List<Contract> believedOf(MemberId member) {
        return believedOf(List.of(member));
    }

    /** What is believed now of these members' contracts, in sight or not, one member after the other in the order of beginning. */
    public List<Contract> believedOf(Collection<MemberId> of) {
        if (of.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(SELECT
                        + "where c.member_id in (:members) and c.believed = 1 order by c.member_id, c.valid_from, c.id")
                .param("members", of.stream().map(MemberId::bytes).toList())
                .query(ContractRepository::contract)
                .list();
    }

    /**
     * A member's contracts as they were believed at a time, in the order of beginning, as far as in sight.
     *
     * @param asOf only those that hold on this day
     * @param knownAt null for what is believed now
     */
    public List<Contract> of(
            UUID association, Sight sight, MemberId member, @Nullable LocalDate asOf, @Nullable Instant knownAt) {
        String belief = knownAt == null ? "c.believed = 1" : Recorded.knownAtSql("c");
        String holding = asOf == null ? "1 = 1" : Recorded.asOfSql("c");
        return sight.bind(jdbc.sql(
                        SELECT + "where c.association_id = :association and c.member_id = :member and " + belief
                                + " and " + holding + " and " + Sight.sqlOf("c.member_id", "c.institution_id")
                                + " order by c.valid_from, c.id"))
                .param("association", Ids.bytes(association))
                .param("member", member.bytes())
                .param("knownAt", Recorded.knownAtParameter(knownAt))
                .param("asOf", asOf)
                .query(ContractRepository::contract)
                .list();
    }

    /** Every belief ever held of a contract, the newest last; empty unless its holder or employer is in sight. */
    public List<Contract> revisions(UUID association, Sight sight, UUID id) {
        return sight.bind(jdbc.sql(SELECT + "where c.association_id = :association and c.id = :id and "
                        + Sight.sqlOf("c.member_id", "c.institution_id") + " order by c.revision"))
                .param("association", Ids.bytes(association))
                .param("id", Ids.bytes(id))
                .query(ContractRepository::contract)
                .list();
    }

    /** Closes beliefs; must come before {@link #insert} of those that replace them. */
    void supersede(Collection<Contract> given) {
        batches.batchUpdate(
                "update contract set superseded_at = ? where id = ? and revision = ? and superseded_at is null",
                given.stream()
                        .map(contract -> {
                            Instant at = contract.recording().supersededAt();
                            return new @Nullable Object[] {
                                at == null ? null : Timestamp.from(at), Ids.bytes(contract.id()), contract.revision()
                            };
                        })
                        .toList());
    }

    void insert(Collection<Contract> written) {
        insertion.insert(written, ContractRepository::columns);
    }

    private static @Nullable Object[] columns(Contract contract) {
        ContractDetails details = contract.details();
        Recording recording = contract.recording();
        return new @Nullable Object[] {
            Ids.bytes(contract.id()),
            contract.revision(),
            Ids.bytes(contract.association()),
            contract.member().bytes(),
            contract.employer().id().bytes(),
            details.kind().code(),
            details.number(),
            details.valid().from(),
            details.valid().to(),
            Ids.bytesOrNull(contract.renews()),
            Timestamp.from(recording.at()),
            recording.by(),
            recording.reason()
        };
    }

    private static Contract contract(ResultSet row, int number) throws SQLException {
        Timestamp superseded = row.getTimestamp("superseded_at");
        byte[] renews = row.getBytes("renews_id");
        return new Contract(
                Ids.uuid(row.getBytes("id")),
                row.getInt("revision"),
                Ids.uuid(row.getBytes("association_id")),
                MemberId.of(row.getBytes("member_id")),
                new InstitutionRef(InstitutionId.of(row.getBytes("institution_id")), row.getString("institution_code")),
                new ContractDetails(
                        Coded.of(ContractKind.class, row.getString("kind")),
                        row.getString("number"),
                        new DatePeriod(
                                row.getObject("valid_from", LocalDate.class),
                                row.getObject("valid_to", LocalDate.class))),
                renews == null ? null : Ids.uuid(renews),
                new Recording(
                        row.getTimestamp("recorded_at").toInstant(),
                        row.getString("recorded_by"),
                        row.getString("reason"),
                        superseded == null ? null : superseded.toInstant()));
    }
}
