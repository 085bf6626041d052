package org.yilianti.staff.agenda;

/** Brings about one kind of item; a bean of the feature that planned it. */
public interface AgendaWork {

    /** The name by which items are planned, lower case with hyphens. */
    String name();

    /** Brings it about in the item's transaction; must do nothing when it is done or overtaken already. */
    void fallsDue(AgendaItem item);
}
