package org.yilianti.rotation.solver;

/** Rules about how much: hours in a week, in the horizon and at another site, duties of a type. */
final class HourRules {

    private HourRules() {}

    /** {@link Rule#WEEK_HOURS}: with the hours of the running week before the horizon. */
    record WeekHours() implements RowRule {

        @Override
        public Rule rule() {
            return Rule.WEEK_HOURS;
        }

        @Override
        public boolean permits(Row row, int day, int type) {
            return sum(row, day, type) <= row.profile.limits.minutesPerWeek();
        }

        @Override
        public String reason(Row row, int day, int type) {
            return "would work " + Words.hours(sum(row, day, type)) + " in the week of " + Words.date(row, day)
                    + ", at most " + Words.hours(row.profile.limits.minutesPerWeek()) + " are allowed";
        }

        private static int sum(Row row, int day, int type) {
            return row.weekMinutes(day, -1) + row.model.length[type];
        }
    }

    /** {@link Rule#HORIZON_HOURS}. */
    record HorizonHours() implements RowRule {

        @Override
        public Rule rule() {
            return Rule.HORIZON_HOURS;
        }

        @Override
        public boolean permits(Row row, int day, int type) {
            return row.minutes + row.model.length[type] <= row.profile.limits.minutesInHorizon();
        }

        @Override
        public String reason(Row row, int day, int type) {
            return "would work " + Words.hours(row.minutes + row.model.length[type]) + " in the period, at most "
                    + Words.hours(row.profile.limits.minutesInHorizon()) + " are allowed";
        }
    }

    /** {@link Rule#DUTIES_PER_TYPE}. */
    record DutiesPerType() implements RowRule {

        @Override
        public Rule rule() {
            return Rule.DUTIES_PER_TYPE;
        }

        @Override
        public boolean permits(Row row, int day, int type) {
            return row.profile.mostOfType.length == 0 || row.count(type) < row.profile.mostOfType[type];
        }

        @Override
        public String reason(Row row, int day, int type) {
            return "already works " + row.count(type) + " duties of type " + Words.shift(row, type) + ", at most "
                    + row.profile.mostOfType[type] + " are allowed";
        }
    }

    /** {@link Rule#OUTSIDE_HOURS}: the weekly cap an agreement sets for work at another site. */
    record OutsideHours() implements RowRule {

        @Override
        public Rule rule() {
            return Rule.OUTSIDE_HOURS;
        }

        @Override
        public boolean permits(Row row, int day, int type) {
            return !row.profile.hasSiteCaps
                    || row.profile.siteWeekCap[row.model.site[type]] >= Limits.UNLIMITED
                    || sum(row, day, type) <= row.profile.siteWeekCap[row.model.site[type]];
        }

        @Override
        public String reason(Row row, int day, int type) {
            int site = row.model.site[type];
            return "would work " + Words.hours(sum(row, day, type)) + " at " + Words.site(row, site)
                    + " in the week of " + Words.date(row, day) + ", the agreement allows "
                    + Words.hours(row.profile.siteWeekCap[site]);
        }

        private static int sum(Row row, int day, int type) {
            return row.weekMinutes(day, row.model.site[type]) + row.model.length[type];
        }
    }
}
