package org.yilianti.rotation.solver;

/**
 * The minutes it takes to go from one site to another, the same in both directions. Pairs that are not given cost nothing.
 */
public record TravelTime(String oneSite, String otherSite, int minutes) {

    public TravelTime {
        if (minutes < 0) {
            throw new IllegalArgumentException("travel time is negative: " + minutes);
        }
    }
}
