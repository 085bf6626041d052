package org.yilianti.staff.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.web.Cursor;
import org.yilianti.staff.member.MemberId;

/**
 * A person who was found.
 *
 * @param pinyin how the name is read, by which names are ordered
 */
public record Found(
        MemberId id,
        String staffNo,
        String name,
        @Nullable String nameLatin,
        String pinyin,
        String category,
        String title,
        @Nullable String specialty) {

    static Found of(ResultSet row, int number) throws SQLException {
        return new Found(
                MemberId.of(row.getBytes("id")),
                row.getString("staff_no"),
                row.getString("name"),
                row.getString("name_latin"),
                row.getString("name_pinyin"),
                row.getString("category"),
                row.getString("title"),
                row.getString("specialty"));
    }

    /** Where a page ends that ends here. */
    public Cursor cursor(SearchOrder order) {
        return Cursor.of(order.byName() ? pinyin : staffNo, id);
    }
}
