package org.yilianti.staff.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.yilianti.platform.web.Cursor;
import org.yilianti.staff.member.MemberId;

/** An entry of a key that may be somebody sought, with what the order asked for goes by. */
record Candidate(MemberId id, String sorted) {

    static Candidate of(ResultSet row, int number) throws SQLException {
        return new Candidate(MemberId.of(row.getBytes("id")), row.getString("sorted"));
    }

    Cursor cursor() {
        return Cursor.of(sorted, id);
    }
}
