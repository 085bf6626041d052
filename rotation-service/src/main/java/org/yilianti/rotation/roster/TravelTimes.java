package org.yilianti.rotation.roster;

import java.util.ArrayList;
import java.util.List;
import org.yilianti.rotation.directory.Institution;
import org.yilianti.rotation.solver.TravelTime;

/** How long people need between sites: great-circle distance at a speed of policy; sites without a place cost nothing. */
public final class TravelTimes {

    private static final int EARTH_RADIUS_KM = 6371;

    private TravelTimes() {}

    public static List<TravelTime> between(List<Institution> sites, int kilometresPerHour) {
        List<TravelTime> times = new ArrayList<>();
        for (int one = 0; one < sites.size(); one++) {
            for (int other = one + 1; other < sites.size(); other++) {
                double minutes = 60 * kilometres(sites.get(one), sites.get(other)) / kilometresPerHour;
                times.add(new TravelTime(
                        sites.get(one).id().toString(), sites.get(other).id().toString(), (int) Math.ceil(minutes)));
            }
        }
        return times;
    }

    /** By the haversine formula. */
    private static double kilometres(Institution one, Institution other) {
        if (one.latitude() == null
                || one.longitude() == null
                || other.latitude() == null
                || other.longitude() == null) {
            return 0;
        }
        double north = Math.toRadians(other.latitude() - one.latitude()) / 2;
        double east = Math.toRadians(other.longitude() - one.longitude()) / 2;
        double chord = Math.pow(Math.sin(north), 2)
                + Math.cos(Math.toRadians(one.latitude()))
                        * Math.cos(Math.toRadians(other.latitude()))
                        * Math.pow(Math.sin(east), 2);
        return 2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(chord));
    }
}
