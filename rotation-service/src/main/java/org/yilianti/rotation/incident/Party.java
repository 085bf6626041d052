package org.yilianti.rotation.incident;

/** Who bears a part of the damage; in the order in which equal remainders are served. */
public enum Party {
    HOME,
    HOST,
    MEMBER
}
