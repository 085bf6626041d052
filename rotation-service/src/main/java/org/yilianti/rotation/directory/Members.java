package org.yilianti.rotation.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
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

/** The members of staff known here. */
@Repository
public class Members {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    Members(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    public Optional<Member> find(UUID association, UUID id) {
        return Optional.ofNullable(byId(association, List.of(id)).get(id));
    }

    /** Those of {@code ids} that are known, by id. */
    public Map<UUID, Member> byId(UUID association, Collection<UUID> ids) {
        return byId(association, ids, Knowledge.NOW);
    }

    /** The same as known then. */
    public Map<UUID, Member> byId(UUID association, Collection<UUID> ids, Knowledge knowledge) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return knowledge.about(jdbc, "directory_member", "id", association, ids).query(Members::member).list().stream()
                .collect(Collectors.toMap(Member::id, Function.identity()));
    }

    /** The ids of those of {@code staffNos} that are known, by staff number; of several with one number the one registered last. */
    public Map<String, UUID> idsByStaffNo(UUID association, Collection<String> staffNos) {
        if (staffNos.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql(
                        "select * from directory_member where association_id = :association and staff_no in (:staffNos) order by id")
                .param("association", Ids.bytes(association))
                .param("staffNos", staffNos)
                .query(Members::member)
                .list()
                .stream()
                .collect(Collectors.toMap(Member::staffNo, Member::id, (earlier, later) -> later));
    }

    /**
     * Holds these members until the surrounding transaction ends, in the order of their ids: whoever changes what a decision about
     * them rests on, and whoever acts on such a decision, waits here for the other.
     */
    public void lock(UUID association, Collection<UUID> ids) {
        if (!ids.isEmpty()) {
            jdbc.sql(
                            "select id from directory_member where association_id = :association and id in (:ids) order by id for update")
                    .param("association", Ids.bytes(association))
                    .param("ids", ids.stream().map(Ids::bytes).toList())
                    .query((row, number) -> row.getBytes(1))
                    .list();
        }
    }

    void upsert(List<Member> members) {
        batches.batchUpdate(
                """
                insert into directory_member (id, association_id, staff_no, name, category, title, specialty, specialty_since,
                    institution_head) values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                on duplicate key update staff_no = values(staff_no), name = values(name), category = values(category),
                    title = values(title), specialty = values(specialty), specialty_since = values(specialty_since),
                    institution_head = values(institution_head)
                """,
                members.stream()
                        .map(one -> new Object[] {
                            Ids.bytes(one.id()),
                            Ids.bytes(one.association()),
                            one.staffNo(),
                            one.name(),
                            one.category().code(),
                            one.title().code(),
                            one.specialty(),
                            one.specialtySince(),
                            one.institutionHead()
                        })
                        .toList());
    }

    private static Member member(ResultSet row, int number) throws SQLException {
        return new Member(
                Ids.uuid(row.getBytes("id")),
                Ids.uuid(row.getBytes("association_id")),
                row.getString("staff_no"),
                row.getString("name"),
                StaffCategory.ofCode(row.getString("category")),
                Title.ofCode(row.getString("title")),
                row.getString("specialty"),
                row.getObject("specialty_since", LocalDate.class),
                row.getBoolean("institution_head"));
    }
}
