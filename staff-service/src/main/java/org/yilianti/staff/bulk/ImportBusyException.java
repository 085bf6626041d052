package org.yilianti.staff.bulk;

/** Two batches of an import stood in each other's way; nothing of them was taken. */
class ImportBusyException extends RuntimeException {

    ImportBusyException(ImportId id, Throwable cause) {
        super("batches of import " + id + " stand in each other's way", cause);
    }
}
