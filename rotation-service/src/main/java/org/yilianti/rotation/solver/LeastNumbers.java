package org.yilianti.rotation.solver;

/** The soft rules about too little: hours, days in a row, days off in a row. See {@link Least}. */
final class LeastNumbers {

    private LeastNumbers() {}

    /** All of them. */
    static long cost(Row row) {
        var least = row.profile.limits.least();
        return least.costOfMinutes(row.minutes)
                + (least.consecutiveDays() > 1 ? (long) least.price() * daysMissing(row) : 0)
                + (least.consecutiveDaysOff() > 1 ? (long) least.price() * daysOffMissing(row) : 0);
    }

    /** {@link Rule#LEAST_HOURS}: each begun hour that is missing. */
    record Hours() implements RowCost {

        @Override
        public Rule rule() {
            return Rule.LEAST_HOURS;
        }

        @Override
        public long cost(Row row) {
            return row.profile.limits.least().costOfMinutes(row.minutes);
        }
    }

    /** {@link Rule#LEAST_CONSECUTIVE_DAYS}: the run goes on from before the horizon. */
    record ConsecutiveDays() implements TrailCost {

        @Override
        public Rule rule() {
            return Rule.LEAST_CONSECUTIVE_DAYS;
        }

        @Override
        public long cost(Row row) {
            return (long) row.profile.limits.least().price() * daysMissing(row);
        }

        @Override
        public int cost(Trails trails, Trail before, int content) {
            boolean ends = content == Model.FREE && before.run() > 0;
            return ends ? trails.limits.least().price() * before.runMissing() : 0;
        }
    }

    /** {@link Rule#LEAST_CONSECUTIVE_DAYS_OFF}: counted from the last duty before the horizon, where one is known. */
    record ConsecutiveDaysOff() implements TrailCost {

        @Override
        public Rule rule() {
            return Rule.LEAST_CONSECUTIVE_DAYS_OFF;
        }

        @Override
        public long cost(Row row) {
            return (long) row.profile.limits.least().price() * daysOffMissing(row);
        }

        @Override
        public int cost(Trails trails, Trail before, int content) {
            var least = trails.limits.least();
            boolean ends = content != Model.FREE && before.off() > 0;
            return ends ? least.price() * Math.max(0, least.consecutiveDaysOff() - before.off()) : 0;
        }
    }

    private static int daysMissing(Row row) {
        int least = row.profile.limits.least().consecutiveDays();
        int run = row.profile.eve.runOfDaysOr(least);
        int missing = 0;
        for (int day = 0; day < row.cells.length; day++) {
            if (row.cells[day] != Model.FREE) {
                run++;
            } else {
                missing += run > 0 ? Math.max(0, least - run) : 0;
                run = 0;
            }
        }
        return missing;
    }

    private static int daysOffMissing(Row row) {
        int least = row.profile.limits.least().consecutiveDaysOff();
        int run = row.profile.eve.daysOff();
        int missing = 0;
        for (int day = 0; day < row.cells.length; day++) {
            if (row.cells[day] == Model.FREE) {
                run++;
            } else {
                missing += run > 0 ? Math.max(0, least - run) : 0;
                run = 0;
            }
        }
        return missing;
    }
}
