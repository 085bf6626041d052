package org.yilianti.rotation.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.web.PageRequest;
import tools.jackson.databind.ObjectMapper;

/** The notifications and who has read them. */
@Repository
public class NotificationRows {

    private static final String SELECT = """
            select n.*, r.read_at from notification n
            left join notification_reading r on r.notification_id = n.id and r.account = :account
            where %s""";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final ObjectMapper json;

    NotificationRows(JdbcClient jdbc, JdbcTemplate batches, ObjectMapper json) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.json = json;
    }

    /** Those meant for the reader, newest first. */
    public List<Notification> list(
            Readership readership,
            boolean unreadOnly,
            @Nullable String kind,
            @Nullable UUID subject,
            PageRequest page) {
        var after = page.after();
        return readership
                .bind(jdbc.sql(SELECT.formatted(readership.sql()) + """
                         and (:unread = false or r.read_at is null) and (:kind is null or n.kind = :kind)
                            and (:subject is null or n.subject_id = :subject) and (:after is null or n.id < :after)
                        order by n.id desc limit :limit
                        """))
                .param("unread", unreadOnly)
                .param("kind", kind)
                .param("subject", Ids.bytesOrNull(subject))
                .param("after", after == null ? null : Ids.bytes(after.id(0)))
                .param("limit", page.fetchSize())
                .query(this::notification)
                .list();
    }

    /** The notification, when it is meant for the reader. */
    public Optional<Notification> find(Readership readership, UUID id) {
        return readership
                .bind(jdbc.sql(SELECT.formatted(readership.sql()) + " and n.id = :id"))
                .param("id", Ids.bytes(id))
                .query(this::notification)
                .optional();
    }

    void insert(List<Notification> raised) {
        batches.batchUpdate("""
                insert into notification (id, association_id, kind, subject_type, subject_id, args, member_id, account, role,
                    institution_code, raised_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, raised.stream().map(this::columns).toList());
    }

    /** Keeps the first reading of this account. */
    void markRead(UUID id, String account, java.time.Instant at) {
        batches.update(
                "insert ignore into notification_reading (notification_id, account, read_at) values (?, ?, ?)",
                Ids.bytes(id),
                account,
                Timestamp.from(at));
    }

    private Object[] columns(Notification one) {
        Recipient to = one.recipient();
        Role role = to.role();
        return new @Nullable Object[] {
            Ids.bytes(one.id()),
            Ids.bytes(one.association()),
            one.notice().kind(),
            one.notice().subjectType(),
            Ids.bytes(one.notice().subjectId()),
            json.writeValueAsString(one.notice().args()),
            Ids.bytesOrNull(to.memberId()),
            to.account(),
            role == null ? null : role.claim(),
            to.institutionCode(),
            Timestamp.from(one.raisedAt())
        };
    }

    private Notification notification(ResultSet row, int number) throws SQLException {
        String role = row.getString("role");
        Timestamp readAt = row.getTimestamp("read_at");
        return new Notification(
                Ids.uuid(row.getBytes("id")),
                Ids.uuid(row.getBytes("association_id")),
                new Recipient(
                        Ids.uuidOrNull(row.getBytes("member_id")),
                        row.getString("account"),
                        role == null
                                ? null
                                : Role.valueOf(
                                        role.toUpperCase(java.util.Locale.ROOT).replace('-', '_')),
                        row.getString("institution_code")),
                new Notice(
                        row.getString("kind"),
                        row.getString("subject_type"),
                        Ids.uuid(row.getBytes("subject_id")),
                        List.of(json.readValue(row.getString("args"), String[].class))),
                row.getTimestamp("raised_at").toInstant(),
                readAt == null ? null : readAt.toInstant());
    }
}
