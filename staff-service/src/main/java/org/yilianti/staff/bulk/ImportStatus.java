package org.yilianti.staff.bulk;

import org.yilianti.staff.entry.Coded;

/** Where an import stands; a killed one stays running until a worker takes it up again. */
public enum ImportStatus implements Coded {
    QUEUED,
    RUNNING,
    FINISHED,
    FAILED,
    CANCELLED
}
