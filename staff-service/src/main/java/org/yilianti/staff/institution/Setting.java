package org.yilianti.staff.institution;

import org.yilianti.staff.entry.Coded;

/** Whether an institution lies in town or country; equity is compared between the two. */
public enum Setting implements Coded {
    URBAN,
    RURAL
}
