package org.yilianti.rotation.solver;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whole lines that were of use: the next neighbourhood with the same person begins with them. */
final class ContentPool {

    private final Map<Integer, List<int[]>> lines = new HashMap<>();

    void keep(int person, List<int[]> useful) {
        lines.put(person, useful);
    }

    List<int[]> lines(int person) {
        return lines.getOrDefault(person, List.of());
    }
}
