package org.yilianti.broken;

import java.util.Date;

/** Tells time and shares as one should not. */
record OldDates(Date day, double share) {}
