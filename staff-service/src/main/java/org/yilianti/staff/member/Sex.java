package org.yilianti.staff.member;

import org.yilianti.staff.entry.Coded;

/** Sex as registered. */
public enum Sex implements Coded {
    FEMALE,
    MALE
}
