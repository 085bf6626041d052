package org.yilianti.rotation.directory;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.ids.Ids;

/** What was known here when: after every change the rows as they now are; the ones before are closed. Two statements for any number. */
@Repository
class DirectoryHistory {

    private static final String MEMBER =
            "id, association_id, staff_no, name, category, title, specialty, specialty_since, institution_head";
    private static final String APPOINTMENT =
            "id, association_id, member_id, institution_id, fte_percent, main, valid_from, valid_to";
    private static final String LICENCE = """
            id, association_id, member_id, number, kind, category, scope, main_institution_id, valid_from, valid_to, suspended_from,
            suspended_to, revoked_from""";

    private final JdbcClient jdbc;
    private final Clock clock;

    DirectoryHistory(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Keeps these members and all their appointments as they now are. */
    void rememberMembers(Collection<UUID> ids) {
        remember("directory_member", MEMBER, "id", ids);
        remember("directory_appointment", APPOINTMENT, "member_id", ids);
    }

    void rememberLicences(Collection<UUID> ids) {
        remember("directory_licence", LICENCE, "id", ids);
    }

    private void remember(String table, String columns, String key, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return;
        }
        Timestamp now = Timestamp.from(clock.instant());
        List<byte[]> keys = ids.stream().map(Ids::bytes).toList();
        jdbc.sql("update %s_history set superseded_at = :now where %s in (:ids) and superseded_at is null"
                        .formatted(table, key))
                .param("now", now)
                .param("ids", keys)
                .update();
        jdbc.sql("insert into %1$s_history (%2$s, recorded_at) select %2$s, :now from %1$s where %3$s in (:ids)"
                        .formatted(table, columns, key))
                .param("now", now)
                .param("ids", keys)
                .update();
    }
}
