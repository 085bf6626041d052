package org.yilianti.rotation.solver;

/** Rules about being there at all: lawful, not on leave, not on another duty. */
final class PresenceRules {

    private PresenceRules() {}

    /** {@link Rule#LAWFUL_PRACTICE}: the answer was given from outside. */
    record LawfulPractice() implements RowRule {

        @Override
        public Rule rule() {
            return Rule.LAWFUL_PRACTICE;
        }

        @Override
        public boolean permits(Row row, int day, int type) {
            return row.profile.options.permits(day, type);
        }

        @Override
        public String reason(Row row, int day, int type) {
            return "may not lawfully work " + Words.shift(row, type) + " on " + Words.date(row, day);
        }
    }

    /** {@link Rule#LEAVE}: also the end of a night that started the day before counts as touching the day. */
    record Leave() implements RowRule {

        @Override
        public Rule rule() {
            return Rule.LEAVE;
        }

        @Override
        public boolean permits(Row row, int day, int type) {
            return !row.profile.onLeave(row.model, day, type);
        }

        @Override
        public String reason(Row row, int day, int type) {
            return Words.shift(row, type) + " on " + Words.date(row, day) + " touches a day of leave";
        }
    }

    /** {@link Rule#ONE_DUTY_A_DAY}. */
    record OneDutyADay() implements RowRule {

        @Override
        public Rule rule() {
            return Rule.ONE_DUTY_A_DAY;
        }

        @Override
        public boolean permits(Row row, int day, int type) {
            return row.cells[day] == Model.FREE;
        }

        @Override
        public String reason(Row row, int day, int type) {
            return "already works " + Words.shift(row, row.cells[day]) + " on " + Words.date(row, day);
        }
    }
}
