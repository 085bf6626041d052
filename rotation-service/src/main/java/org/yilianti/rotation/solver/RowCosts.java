package org.yilianti.rotation.solver;

import java.util.BitSet;

/** The soft rules of a row, each straight from its definition. */
final class RowCosts {

    private RowCosts() {}

    /** {@link Rule#WISHES}: the weights of all wishes refused. */
    record Wishes() implements RowCost {

        @Override
        public Rule rule() {
            return Rule.WISHES;
        }

        @Override
        public long cost(Row row) {
            var problem = row.model.problem;
            long sum = 0;
            for (Wish wish : problem.people().get(row.person).wishes()) {
                int type = row.cells[wish.day()];
                var worked = type == Model.FREE
                        ? null
                        : problem.shiftTypes().get(type).id();
                sum += wish.refusedBy(worked) ? wish.weight() : 0;
            }
            return sum;
        }
    }

    /** {@link Rule#NIGHT_FAIRNESS}. */
    record NightFairness() implements RowCost {

        @Override
        public Rule rule() {
            return Rule.NIGHT_FAIRNESS;
        }

        @Override
        public long cost(Row row) {
            long sum = 0;
            int nights = 0;
            for (int day = 0; day < row.cells.length; day++) {
                if (row.worksNight(day)) {
                    nights++;
                    sum += (long) nights * row.model.problem.fairness().night();
                }
            }
            return sum;
        }
    }

    /** {@link Rule#WEEKEND_FAIRNESS}. */
    record WeekendFairness() implements RowCost {

        @Override
        public Rule rule() {
            return Rule.WEEKEND_FAIRNESS;
        }

        @Override
        public long cost(Row row) {
            var worked = new BitSet();
            for (int day = 0; day < row.cells.length; day++) {
                if (row.cells[day] != Model.FREE && row.model.weekendOf[day] >= 0) {
                    worked.set(row.model.weekendOf[day]);
                }
            }
            long sum = 0;
            for (int nth = 1; nth <= worked.cardinality(); nth++) {
                sum += (long) nth * row.model.problem.fairness().weekend();
            }
            return sum;
        }
    }

    /** {@link Rule#AWAY}. */
    record Away() implements RowCost {

        @Override
        public Rule rule() {
            return Rule.AWAY;
        }

        @Override
        public long cost(Row row) {
            long sum = 0;
            for (int type : row.cells) {
                if (type != Model.FREE && row.model.site[type] != row.profile.home) {
                    sum += row.model.problem.fairness().away();
                }
            }
            return sum;
        }
    }

    /** {@link Rule#LOAD_FAIRNESS}. */
    record LoadFairness() implements RowCost {

        @Override
        public Rule rule() {
            return Rule.LOAD_FAIRNESS;
        }

        @Override
        public long cost(Row row) {
            int minutes = 0;
            for (int type : row.cells) {
                minutes += type == Model.FREE ? 0 : row.model.length[type];
            }
            return Row.load(row.model.problem.fairness().load(), minutes, row.profile.target);
        }
    }
}
