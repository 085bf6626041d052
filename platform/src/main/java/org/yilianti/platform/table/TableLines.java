package org.yilianti.platform.table;

import java.util.Iterator;

/** The lines of a table, each read when it is asked for; asking throws {@link UnreadableTableException} where the table is none. */
public interface TableLines extends Iterator<TableLine>, AutoCloseable {

    @Override
    void close();
}
