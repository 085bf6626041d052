package org.yilianti.rotation.wish;

import java.util.List;

/** How a file of wishes is laid out. */
final class WishColumns {

    static final String STAFF_NO = "staff_no";
    static final String DATE = "date";
    static final String WANTED = "wanted";
    static final String INSTITUTION = "institution_code";
    static final String SHIFT = "shift";
    static final String WEIGHT = "weight";

    static final String ON = "on";
    static final String OFF = "off";

    /** Those without which a row says nothing; a free day has no shift. */
    static final List<String> REQUIRED = List.of(STAFF_NO, DATE, WANTED, WEIGHT);

    /** Name and origin are for the reader: what they say is never taken. */
    static final List<String> HEADER =
            List.of(STAFF_NO, "name", DATE, WANTED, INSTITUTION, SHIFT, WEIGHT, "entered_by");

    /** All that must be named in the first row. */
    static final List<String> NAMED = List.of(STAFF_NO, DATE, WANTED, INSTITUTION, SHIFT, WEIGHT);

    private WishColumns() {}
}
