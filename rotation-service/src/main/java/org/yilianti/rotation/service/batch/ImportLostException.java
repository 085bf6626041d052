package org.yilianti.rotation.service.batch;

import java.util.UUID;

/** Another worker has gone on with an import; this one lets go of it. */
final class ImportLostException extends RuntimeException {

    ImportLostException(UUID id) {
        super("another worker has gone on with import " + id);
    }
}
