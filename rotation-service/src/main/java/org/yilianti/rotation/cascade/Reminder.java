package org.yilianti.rotation.cascade;

/** What those concerned are told some days before an end; once for each end and number of days. */
record Reminder(Ending ending, int leadDays) {}
