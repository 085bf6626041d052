package org.yilianti.staff.listing;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.Cursor;
import org.yilianti.platform.web.PageRequest;

/**
 * The order of a list: one column, then the id.
 *
 * @param field the name that callers use
 * @param column the SQL column behind it, never null in a row and never caller input
 * @param id the SQL column of the unique id
 */
public record SortOrder(String field, String column, String id, boolean descending) {

    /**
     * Reads parameter {@code sort}: a field, or {@code -field} for the opposite order; refuses (400) any other.
     *
     * @param columns SQL columns by field
     * @param otherwise the field when the caller names none
     */
    public static SortOrder of(@Nullable String sort, Map<String, String> columns, String otherwise, String id) {
        String wanted = sort == null ? otherwise : sort;
        boolean descending = wanted.startsWith("-");
        String field = descending ? wanted.substring(1) : wanted;
        String column = columns.get(field);
        if (column == null) {
            throw Refusal.malformed("request.sort-invalid", String.join(", ", columns.keySet()), wanted);
        }
        return new SortOrder(field, column, id, descending);
    }

    /** SQL condition: the row comes after the previous page's last; bind {@code :afterKey} and {@code :afterId}. */
    public String afterSql(PageRequest page) {
        if (page.after() == null) {
            return "(:afterKey is null and :afterId is null)";
        }
        String beyond = descending ? "<" : ">";
        return "(%1$s %3$s :afterKey or (%1$s = :afterKey and %2$s %3$s :afterId))".formatted(column, id, beyond);
    }

    public @Nullable String afterKey(PageRequest page) {
        return page.after() == null ? null : page.after().text(0);
    }

    public byte @Nullable [] afterId(PageRequest page) {
        return page.after() == null ? null : Ids.bytes(page.after().id(1));
    }

    public String orderBySql() {
        String direction = descending ? " desc" : "";
        return " order by " + column + direction + ", " + id + direction;
    }

    /** Where the page ends that ends with this row. */
    public static Cursor cursor(Object key, Object id) {
        return Cursor.of(key, id);
    }
}
