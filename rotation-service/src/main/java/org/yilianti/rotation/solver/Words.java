package org.yilianti.rotation.solver;

/** The words of reasons: dates, hours and shift types as people read them. */
final class Words {

    private Words() {}

    static String date(Row row, int day) {
        return row.model.problem.horizon().date(day).toString();
    }

    static String shift(Row row, int type) {
        return row.model.problem.shiftTypes().get(type).id();
    }

    static String site(Row row, int site) {
        return row.model.problem.sites().get(site);
    }

    /** Whole hours as "44 h", others as "10 h 30 min". */
    static String hours(int minutes) {
        return minutes % 60 == 0 ? minutes / 60 + " h" : minutes / 60 + " h " + minutes % 60 + " min";
    }
}
