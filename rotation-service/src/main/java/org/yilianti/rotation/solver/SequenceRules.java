package org.yilianti.rotation.solver;

/** Rules about what may follow what: rest with travel, and forbidden successions. */
final class SequenceRules {

    private SequenceRules() {}

    /**
     * {@link Rule#REST}: between the end of a duty and the start of the next lie at least the rest (after a night followed by
     * something else: the rest after a night) plus the travel time between their sites. Overlap is the extreme case of it.
     */
    record Rest() implements TrailRule {

        @Override
        public Rule rule() {
            return Rule.REST;
        }

        @Override
        public boolean permits(Row row, int day, int type) {
            return missingBefore(row, day, type) <= 0 && missingAfter(row, day, type) <= 0;
        }

        @Override
        public String reason(Row row, int day, int type) {
            int before = missingBefore(row, day, type);
            return before > 0
                    ? "rest before " + Words.shift(row, type) + " on " + Words.date(row, day) + " is "
                            + Words.hours(before) + " too short"
                    : "rest after " + Words.shift(row, type) + " on " + Words.date(row, day) + " is "
                            + Words.hours(missingAfter(row, day, type)) + " too short";
        }

        private static int missingBefore(Row row, int day, int type) {
            var model = row.model;
            int before = row.dutyBefore(day);
            if (before >= 0) {
                int earlier = row.cells[before];
                return needed(model, row.profile.limits, model.night[earlier], model.site[earlier], type)
                        - (model.start(day, type) - model.end(before, earlier));
            }
            var eve = row.profile.eve;
            if (eve.day() == Integer.MIN_VALUE) {
                return 0;
            }
            return needed(model, row.profile.limits, eve.night(), eve.site(), type)
                    - (model.start(day, type) - eve.end());
        }

        private static int missingAfter(Row row, int day, int type) {
            var model = row.model;
            int after = row.dutyAfter(day);
            if (after >= model.days) {
                return 0;
            }
            int later = row.cells[after];
            return needed(model, row.profile.limits, model.night[type], model.site[type], later)
                    - (model.start(after, later) - model.end(day, type));
        }

        static int needed(Model model, Limits limits, boolean afterNight, int fromSite, int next) {
            boolean blockEnds = afterNight && !model.night[next];
            int travel = fromSite < 0 ? 0 : model.travel[fromSite][model.site[next]];
            return (blockEnds ? Math.max(limits.restMinutes(), limits.restAfterNightMinutes()) : limits.restMinutes())
                    + travel;
        }

        @Override
        public boolean follows(Trails trails, Trail before, int type) {
            return before.last() < 0 || trails.restMissing(before.last(), before.gap(), type) <= 0;
        }
    }

    /** {@link Rule#SUCCESSION}: looks at the day before and the day after, and at the eve of the horizon. */
    record Succession() implements TrailRule {

        @Override
        public Rule rule() {
            return Rule.SUCCESSION;
        }

        @Override
        public boolean permits(Row row, int day, int type) {
            var forbidden = row.model.forbiddenNext;
            int before = contentBefore(row, day);
            int after = day + 1 < row.cells.length ? row.cells[day + 1] : Model.FREE;
            return (before == Model.FREE || !forbidden[before][type])
                    && (after == Model.FREE || !forbidden[type][after]);
        }

        @Override
        public String reason(Row row, int day, int type) {
            int before = contentBefore(row, day);
            return before != Model.FREE && row.model.forbiddenNext[before][type]
                    ? Words.shift(row, type) + " must not follow " + Words.shift(row, before)
                    : Words.shift(row, row.cells[day + 1]) + " must not follow " + Words.shift(row, type);
        }

        @Override
        public boolean follows(Trails trails, Trail before, int type) {
            int last = before.gap() == 1 ? trails.kinds.get(before.last()).type() : -1;
            return last < 0 || !trails.model.forbiddenNext[last][type];
        }

        private static int contentBefore(Row row, int day) {
            if (day > 0) {
                return row.cells[day - 1];
            }
            return row.profile.eve.day() == -1 ? row.profile.eve.type() : Model.FREE;
        }
    }
}
