package org.yilianti.rotation.solver;

/**
 * The index of everything a roster is judged by. Hard rules are never broken by an engine; soft rules have a cost. Each is implemented
 * exactly once, in {@link RuleBook}; the code is stable and meant for interfaces, statistics and translations.
 */
public enum Rule {
    LAWFUL_PRACTICE("lawful-practice", true, "the person may lawfully practise there then"),
    LEAVE("leave", true, "no duty touches a day of leave"),
    ONE_DUTY_A_DAY("one-duty-a-day", true, "at most one duty starts on a day"),
    REST("rest", true, "rest between duties, longer after a night block, travel between sites on top"),
    SUCCESSION("succession", true, "some shift types must not follow others on the next day"),
    CONSECUTIVE_DAYS("consecutive-days", true, "not too many days in a row"),
    CONSECUTIVE_NIGHTS("consecutive-nights", true, "not too many nights in a row"),
    WEEKENDS("weekends", true, "not too many worked weekends"),
    WEEK_HOURS("week-hours", true, "hours in a week"),
    HORIZON_HOURS("horizon-hours", true, "hours in the horizon"),
    DUTIES_PER_TYPE("duties-per-type", true, "not too many duties of a shift type"),
    OUTSIDE_HOURS("outside-hours", true, "hours a week at another site, capped by the agreement"),

    BELOW_MINIMUM("below-minimum", false, "heads missing to the minimum"),
    BELOW_DESIRED("below-desired", false, "heads missing to the desired number"),
    ABOVE_DESIRED("above-desired", false, "heads above the desired number"),
    WISHES("wishes", false, "wishes refused"),
    NIGHT_FAIRNESS("night-fairness", false, "the n-th night of a person costs n times the weight"),
    WEEKEND_FAIRNESS("weekend-fairness", false, "the n-th worked weekend costs n times the weight"),
    AWAY("away", false, "duties outside the home site"),
    LOAD_FAIRNESS("load-fairness", false, "hours out of proportion to the contract"),
    LEAST_HOURS("least-hours", false, "hours missing to the least number in the horizon"),
    LEAST_CONSECUTIVE_DAYS("least-consecutive-days", false, "days missing to the shortest run of duties"),
    LEAST_CONSECUTIVE_DAYS_OFF("least-consecutive-days-off", false, "days missing to the shortest run of days off");

    private final String code;
    private final boolean hard;
    private final String meaning;

    Rule(String code, boolean hard, String meaning) {
        this.code = code;
        this.hard = hard;
        this.meaning = meaning;
    }

    public String code() {
        return code;
    }

    /** Whether a plan that breaks it is no plan at all. */
    public boolean hard() {
        return hard;
    }

    public String meaning() {
        return meaning;
    }
}
