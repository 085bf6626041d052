package org.yilianti.staff.bulk;

/** Another worker went on with an import that this one was thought to have left. */
class ImportLostException extends RuntimeException {

    ImportLostException(ImportId id) {
        super("import " + id + " has moved on without this worker");
    }
}
