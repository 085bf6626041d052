package org.yilianti.rotation.solver;

/** Rules about too much in a row: days, nights, weekends. */
final class RunRules {

    private RunRules() {}

    /** {@link Rule#CONSECUTIVE_DAYS}: the run goes on from before the horizon. */
    record ConsecutiveDays() implements TrailRule {

        @Override
        public Rule rule() {
            return Rule.CONSECUTIVE_DAYS;
        }

        @Override
        public boolean permits(Row row, int day, int type) {
            return run(row, day) <= row.profile.limits.consecutiveDays();
        }

        @Override
        public String reason(Row row, int day, int type) {
            return "would work " + run(row, day) + " days in a row around " + Words.date(row, day) + ", at most "
                    + row.profile.limits.consecutiveDays() + " are allowed";
        }

        @Override
        public boolean follows(Trails trails, Trail before, int type) {
            return before.run() < trails.limits.consecutiveDays();
        }

        private static int run(Row row, int day) {
            int first = day;
            while (first > 0 && row.cells[first - 1] != Model.FREE) {
                first--;
            }
            int last = day;
            while (last + 1 < row.cells.length && row.cells[last + 1] != Model.FREE) {
                last++;
            }
            return last - first + 1 + (first == 0 ? row.profile.eve.runOfDays() : 0);
        }
    }

    /** {@link Rule#CONSECUTIVE_NIGHTS}: a day that is free or not a night ends the run. */
    record ConsecutiveNights() implements TrailRule {

        @Override
        public Rule rule() {
            return Rule.CONSECUTIVE_NIGHTS;
        }

        @Override
        public boolean permits(Row row, int day, int type) {
            return !row.model.night[type] || run(row, day) <= row.profile.limits.consecutiveNights();
        }

        @Override
        public String reason(Row row, int day, int type) {
            return "would work " + run(row, day) + " nights in a row around " + Words.date(row, day) + ", at most "
                    + row.profile.limits.consecutiveNights() + " are allowed";
        }

        @Override
        public boolean follows(Trails trails, Trail before, int type) {
            return !trails.model.night[type] || before.nights() < trails.limits.consecutiveNights();
        }

        private static int run(Row row, int day) {
            int first = day;
            while (first > 0 && row.worksNight(first - 1)) {
                first--;
            }
            int last = day;
            while (last + 1 < row.cells.length && row.worksNight(last + 1)) {
                last++;
            }
            return last - first + 1 + (first == 0 ? row.profile.eve.runOfNights() : 0);
        }
    }

    /** {@link Rule#WEEKENDS}: a weekend counts once, when a duty starts on its Saturday or Sunday. */
    record Weekends() implements RowRule {

        @Override
        public Rule rule() {
            return Rule.WEEKENDS;
        }

        @Override
        public boolean permits(Row row, int day, int type) {
            return row.model.weekendOf[day] < 0
                    || row.weekends < row.profile.limits.weekends()
                    || row.worksWeekendOf(day);
        }

        @Override
        public String reason(Row row, int day, int type) {
            return "already works " + row.weekends + " weekends, at most " + row.profile.limits.weekends()
                    + " are allowed";
        }
    }
}
