package org.yilianti.staff.alert;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.outbox.Outbox;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.member.MemberId;
import org.yilianti.staff.member.MergedRecords;

/** Lets alerts concern the record as which a person goes on who was registered twice. */
@Component
class AlertHandover implements MergedRecords {

    private final JdbcClient jdbc;
    private final Outbox outbox;

    AlertHandover(JdbcClient jdbc, Outbox outbox) {
        this.jdbc = jdbc;
        this.outbox = outbox;
    }

    @Override
    public void handOver(Editor editor, MemberId duplicate, MemberId survivor) {
        byte[] association = Ids.bytes(editor.association());
        List<Alert> concerned = jdbc.sql(
                        AlertRepository.SELECT + "where a.association_id = ? and a.member_id = ? order by a.id")
                .params(association, duplicate.bytes())
                .query(AlertRepository::alert)
                .list();
        jdbc.sql("update alert set member_id = ?, version = version + 1 where association_id = ? and member_id = ?")
                .params(survivor.bytes(), association, duplicate.bytes())
                .update();
        outbox.publish(concerned.stream()
                .map(alert -> alert.of(survivor.value()).announcement())
                .toList());
    }
}
