package org.yilianti.staff.entry;

/**
 * How many of a batch of entries were taken into the registry; entries with faults are not counted.
 *
 * @param unchanged said what was known already: no new version, no event
 */
public record Taken(long created, long changed, long unchanged) {

    public static final Taken NOTHING = new Taken(0, 0, 0);

    public Taken plus(Taken other) {
        return new Taken(created + other.created, changed + other.changed, unchanged + other.unchanged);
    }
}
