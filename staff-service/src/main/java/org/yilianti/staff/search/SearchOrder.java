package org.yilianti.staff.search;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.staff.listing.SortOrder;

/** The order of what is found: by staff number, which never changes, or by the name as it is read aloud. */
public record SearchOrder(SortOrder order) {

    private static final Map<String, String> COLUMNS = Map.of("staffNo", "m.staff_no", "name", "m.name_pinyin");
    private static final Map<String, String> KEYS = Map.of("staffNo", "member_staff_no", "name", "member_name_pinyin");

    /** Reads parameter {@code sort}; refuses (400) any other field. */
    public static SearchOrder of(@Nullable String sort) {
        return new SearchOrder(SortOrder.of(sort, COLUMNS, "staffNo", "m.id"));
    }

    public boolean byName() {
        return order.field().equals("name");
    }

    /** The key whose entries are in this order. */
    String key() {
        return String.valueOf(KEYS.get(order.field()));
    }

    /** The same order of {@link Candidate}s. */
    String sortedSql() {
        return new SortOrder(order.field(), "sorted", "id", order.descending()).orderBySql();
    }

    /** SQL condition: after the previous page; its first part is where a walk along the key begins. */
    String afterSql(PageRequest page) {
        String beyond = order.descending() ? " <= " : " >= ";
        return order.afterSql(page) + (page.after() == null ? "" : " and " + order.column() + beyond + ":afterKey");
    }
}
