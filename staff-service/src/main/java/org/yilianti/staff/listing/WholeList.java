package org.yilianti.staff.listing;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.yilianti.platform.web.Cursor;
import org.yilianti.platform.web.PageRequest;

/** Walks a paged list to its end with bounded memory: for exports. */
public final class WholeList {

    private WholeList() {}

    /**
     * Gives every row to {@code each}.
     *
     * @param read reads a page, one row more than it holds
     * @param key the sort key of a row
     */
    public static <T> void forEach(
            Function<PageRequest, List<T>> read, Function<T, Cursor> key, Consumer<List<T>> each) {
        PageRequest page = new PageRequest(PageRequest.MAX_LIMIT, null);
        List<T> rows = read.apply(page);
        while (rows.size() > page.limit()) {
            List<T> items = rows.subList(0, page.limit());
            each.accept(items);
            page = new PageRequest(PageRequest.MAX_LIMIT, key.apply(items.getLast()));
            rows = read.apply(page);
        }
        each.accept(rows);
    }
}
