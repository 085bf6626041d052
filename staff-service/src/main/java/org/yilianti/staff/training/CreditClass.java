package org.yilianti.staff.training;

import org.yilianti.staff.entry.Coded;

/** The two classes of credits of continuing medical education. */
public enum CreditClass implements Coded {
    CLASS_I,
    CLASS_II
}
