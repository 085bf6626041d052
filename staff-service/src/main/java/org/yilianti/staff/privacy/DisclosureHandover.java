package org.yilianti.staff.privacy;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yilianti.platform.ids.Ids;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.member.MemberId;
import org.yilianti.staff.member.MergedRecords;

/** Lets a person who was registered twice see who was shown the numbers of either record. */
@Component
class DisclosureHandover implements MergedRecords {

    private final JdbcClient jdbc;

    DisclosureHandover(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void handOver(Editor editor, MemberId duplicate, MemberId survivor) {
        jdbc.sql("update disclosure set member_id = ? where association_id = ? and member_id = ?")
                .params(survivor.bytes(), Ids.bytes(editor.association()), duplicate.bytes())
                .update();
    }
}
