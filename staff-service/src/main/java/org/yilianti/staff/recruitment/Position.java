package org.yilianti.staff.recruitment;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.yilianti.platform.ids.Ids;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.establishment.AuthorisedPost;
import org.yilianti.staff.institution.InstitutionRef;

/**
 * What a campaign has to offer at an institution.
 *
 * @param authorisedPost the line of the establishment that has the vacancies
 */
public record Position(UUID id, UUID authorisedPost, InstitutionRef institution, Terms terms) {

    private static final int MOST_RESERVATIONS = 10;

    /**
     * What is published of it.
     *
     * @param name of the post to be held
     * @param openings places to be given
     * @param reservations of some of the openings
     * @param releaseUnfilled reserved places for which nobody qualifies go to the next in rank; otherwise they stay vacant
     */
    public record Terms(
            String name,
            int openings,
            Requirements requirements,
            List<Reservation> reservations,
            boolean releaseUnfilled) {

        public Terms {
            reservations = List.copyOf(reservations);
        }

        /** Reads fields {@code positions/0/name} and so on; faults more reserved places than openings. */
        static Terms read(Entry entry, String at, int reservations, List<String> grounds) {
            Terms terms = new Terms(
                    entry.text(at + "name", 100),
                    entry.number(at + "openings", "1", "10000", 0).intValue(),
                    Requirements.read(entry, at),
                    reservations(entry, at, reservations, grounds),
                    entry.raw(at + "releaseUnfilled") == null || entry.flag(at + "releaseUnfilled"));
            if (terms.reserved() > terms.openings()) {
                entry.fault(at + "reservations", "recruitment.over-reserved", terms.reserved(), terms.openings());
            }
            return terms;
        }

        private static List<Reservation> reservations(Entry entry, String at, int count, List<String> grounds) {
            if (count > MOST_RESERVATIONS) {
                entry.fault(at + "reservations", "too-many", MOST_RESERVATIONS);
                return List.of();
            }
            List<Reservation> read = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                String here = at + "reservations/" + i + "/";
                String ground = entry.text(here + "ground", 50);
                if (!ground.isEmpty() && !grounds.contains(ground)) {
                    entry.fault(here + "ground", "unknown-value", ground);
                } else if (read.stream().anyMatch(other -> other.ground().equals(ground))) {
                    entry.fault(here + "ground", "repeated", ground);
                }
                read.add(new Reservation(
                        ground, entry.number(here + "places", "1", "10000", 0).intValue()));
            }
            return read;
        }

        int reserved() {
            return reservations.stream().mapToInt(Reservation::places).sum();
        }
    }

    /** Places for candidates of a ground. */
    public record Reservation(String ground, int places) {}

    /** The same under the id of the one that it revises. */
    Position as(UUID known) {
        return new Position(known, authorisedPost, institution, terms);
    }

    static Position of(AuthorisedPost post, Terms terms) {
        return new Position(Ids.next(), post.id(), post.institution(), terms);
    }
}
