package org.yilianti.rotation.fairness;

/**
 * What somebody carried in some months.
 *
 * @param weekends worked weekends, however many duties in each
 * @param holidays duties on public holidays
 * @param away duties outside the main institution
 * @param refusedWishes wishes that the published rosters did not grant
 */
public record Burden(int duties, int minutes, int nights, int weekends, int holidays, int away, int refusedWishes) {

    public static final Burden NONE = new Burden(0, 0, 0, 0, 0, 0, 0);

    /** The least of each of the two. */
    public Burden least(Burden other) {
        return new Burden(
                Math.min(duties, other.duties),
                Math.min(minutes, other.minutes),
                Math.min(nights, other.nights),
                Math.min(weekends, other.weekends),
                Math.min(holidays, other.holidays),
                Math.min(away, other.away),
                Math.min(refusedWishes, other.refusedWishes));
    }

    /** What exceeds {@code base}, which is at most this in everything. */
    public Burden beyond(Burden base) {
        return new Burden(
                duties - base.duties,
                minutes - base.minutes,
                nights - base.nights,
                weekends - base.weekends,
                holidays - base.holidays,
                away - base.away,
                refusedWishes - base.refusedWishes);
    }

    Burden withRefusedWishes(int refused) {
        return new Burden(duties, minutes, nights, weekends, holidays, away, refused);
    }
}
