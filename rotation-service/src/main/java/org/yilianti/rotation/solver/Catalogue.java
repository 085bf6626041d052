package org.yilianti.rotation.solver;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Positions of ids in a list of the problem; refuses what is named twice or not at all. */
final class Catalogue {

    private final String noun;
    private final Map<String, Integer> positions = new HashMap<>();

    private Catalogue(String noun) {
        this.noun = noun;
    }

    static <T> Catalogue of(String noun, List<T> items, Function<T, String> id) {
        var catalogue = new Catalogue(noun);
        for (int i = 0; i < items.size(); i++) {
            if (catalogue.positions.put(id.apply(items.get(i)), i) != null) {
                throw new IllegalArgumentException(noun + " " + id.apply(items.get(i)) + " is listed twice");
            }
        }
        return catalogue;
    }

    int position(String id) {
        Integer position = positions.get(id);
        if (position == null) {
            throw new IllegalArgumentException(noun + " " + id + " is not part of the problem");
        }
        return position;
    }

    /** The position, or −1 for an id that is not part of the problem. */
    int positionOrNone(String id) {
        return positions.getOrDefault(id, -1);
    }
}
