package org.yilianti.rotation.solver;

import java.util.Collection;
import java.util.List;

/** A plan laid out in rows, duty by duty in order of days, with every hard rule asked at each. */
record Replay(Model model, Row[] rows, int[] cover) {

    /** Lays out the assignments and adds what they violate; a second duty on a day is a violation and counts for cover only. */
    static Replay of(Model model, Collection<Assignment> assignments, List<Violation> violations) {
        var rows = new Row[model.people];
        for (int person = 0; person < rows.length; person++) {
            rows[person] = new Row(model, person);
        }
        int[] cover = new int[model.demand.length];
        assignments.stream().sorted().forEach(assignment -> {
            int type = model.typeIds.position(assignment.shiftType());
            var row = rows[model.personIds.position(assignment.person())];
            cover[model.slot(assignment.day(), type)]++;
            violations.addAll(RuleBook.violations(row, assignment.day(), type));
            if (row.cells[assignment.day()] == Model.FREE) {
                row.put(assignment.day(), type);
            }
        });
        return new Replay(model, rows, cover);
    }
}
