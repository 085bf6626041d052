package org.yilianti.staff.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Chooses where a search begins. */
@Repository
class Beginnings {

    /** Up to so many members are looked at one by one; beyond, every fiftieth at least is one of those sought in a million. */
    private static final int FEW = 20_000;

    private final JdbcClient jdbc;

    Beginnings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether entries of keys are all that these ways read. */
    static boolean keyed(List<Way> ways) {
        return !ways.isEmpty() && ways.stream().allMatch(Way::keyed);
    }

    /** The ways that lead to the fewest; keys when all are many, and none when there is no key either: then the order is walked. */
    List<Way> best(Asked asked) {
        List<List<Way>> all = asked.criteria().stream()
                .map(Criterion::ways)
                .filter(ways -> !ways.isEmpty())
                .toList();
        if (all.isEmpty() || (all.size() == 1 && keyed(all.getFirst()))) {
            return all.isEmpty() ? List.of() : all.getFirst();
        }
        List<Long> sizes = sizes(asked, all);
        long smallest = Collections.min(sizes);
        return smallest <= FEW
                ? all.get(sizes.indexOf(smallest))
                : all.stream().filter(Beginnings::keyed).findFirst().orElse(List.of());
    }

    /** How many members each leads to, counted no further than tells that they are many; in one statement. */
    private List<Long> sizes(Asked asked, List<List<Way>> all) {
        List<String> sums = all.stream()
                .map(ways -> ways.stream()
                        .map(way -> "(select count(*) from (" + way.ids() + " limit :enough) counted)")
                        .collect(Collectors.joining(" + ")))
                .toList();
        return asked.bind(jdbc.sql("select " + String.join(", ", sums)))
                .param("enough", FEW + 1)
                .query((row, number) -> {
                    List<Long> sizes = new ArrayList<>();
                    for (int i = 1; i <= all.size(); i++) {
                        sizes.add(row.getLong(i));
                    }
                    return sizes;
                })
                .single();
    }
}
