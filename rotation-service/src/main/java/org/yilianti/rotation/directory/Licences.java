package org.yilianti.rotation.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.time.DatePeriod;

/** The practising licences known here. */
@Repository
public class Licences {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    Licences(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** All licences of these members, past ones included; a member without any has no entry. */
    public Map<UUID, List<Licence>> byMember(UUID association, Collection<UUID> memberIds) {
        return byMember(association, memberIds, Knowledge.NOW);
    }

    /** The same as known then. */
    public Map<UUID, List<Licence>> byMember(UUID association, Collection<UUID> memberIds, Knowledge knowledge) {
        if (memberIds.isEmpty()) {
            return Map.of();
        }
        return knowledge
                .about(jdbc, "directory_licence", "member_id", association, memberIds)
                .query(Licences::licence)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Licence::memberId));
    }

    void upsert(List<Licence> licences) {
        batches.batchUpdate("""
                insert into directory_licence (id, association_id, member_id, number, kind, category, scope, main_institution_id,
                    valid_from, valid_to, suspended_from, suspended_to, revoked_from)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on duplicate key update member_id = values(member_id), number = values(number), kind = values(kind),
                    category = values(category), scope = values(scope), main_institution_id = values(main_institution_id),
                    valid_from = values(valid_from), valid_to = values(valid_to), suspended_from = values(suspended_from),
                    suspended_to = values(suspended_to), revoked_from = values(revoked_from)
                """, licences.stream().map(Licences::columns).toList());
    }

    private static Object[] columns(Licence licence) {
        DatePeriod suspension = licence.suspension();
        return new @Nullable Object[] {
            Ids.bytes(licence.id()),
            Ids.bytes(licence.association()),
            Ids.bytes(licence.memberId()),
            licence.number(),
            licence.kind(),
            licence.category(),
            licence.scope(),
            Ids.bytes(licence.mainInstitutionId()),
            licence.validity().from(),
            licence.validity().to(),
            suspension == null ? null : suspension.from(),
            suspension == null ? null : suspension.to(),
            licence.revokedFrom()
        };
    }

    private static Licence licence(ResultSet row, int number) throws SQLException {
        LocalDate suspendedFrom = row.getObject("suspended_from", LocalDate.class);
        return new Licence(
                Ids.uuid(row.getBytes("id")),
                Ids.uuid(row.getBytes("association_id")),
                Ids.uuid(row.getBytes("member_id")),
                row.getString("number"),
                row.getString("kind"),
                row.getString("category"),
                row.getString("scope"),
                Ids.uuid(row.getBytes("main_institution_id")),
                new DatePeriod(
                        row.getObject("valid_from", LocalDate.class), row.getObject("valid_to", LocalDate.class)),
                suspendedFrom == null
                        ? null
                        : new DatePeriod(suspendedFrom, row.getObject("suspended_to", LocalDate.class)),
                row.getObject("revoked_from", LocalDate.class));
    }
}
