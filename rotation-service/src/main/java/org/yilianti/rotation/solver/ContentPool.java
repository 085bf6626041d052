package org.yilianti.rotation.solver;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Contents of windows that were of use: the next neighbourhood with the same line and days begins with them,
 * as far as they are still permitted beside what the line has now on other days.
 */
final class ContentPool {

    private record Place(int person, int from, int to) {}

    private final Map<Place, List<int[]>> contents = new HashMap<>();

    void keep(int person, int from, int to, List<int[]> useful) {
        contents.put(new Place(person, from, to), useful);
    }

    List<int[]> contents(int person, int from, int to) {
        return contents.getOrDefault(new Place(person, from, to), List.of());
    }
}
