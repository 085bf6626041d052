package org.yilianti.platform.database;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Parts long lists of keys into such as a statement looks up one by one in an index: MariaDB makes a list of 1,000 or more values into a
 * table of its own and joins that, which costs several times as much, most of all where rows are locked or changed.
 *
 * <p>Imports name the index in such statements: a table that is being filled counts as all but empty long afterwards, and would be read whole
 * for each piece.
 */
public final class Pieces {

    private static final int SIZE = 500;

    private Pieces() {}

    /** The keys in their order, each once as in one list, at most 500 in each; no list when there are none. */
    public static <T> Stream<List<T>> of(Collection<T> keys) {
        List<T> all = new ArrayList<>(new LinkedHashSet<>(keys));
        return IntStream.iterate(0, from -> from < all.size(), from -> from + SIZE)
                .mapToObj(from -> all.subList(from, Math.min(all.size(), from + SIZE)));
    }
}
