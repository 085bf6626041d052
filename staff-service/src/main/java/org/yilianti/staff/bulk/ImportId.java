package org.yilianti.staff.bulk;

import java.util.UUID;
import org.yilianti.platform.ids.Ids;

/** Identifies an import; later ones have greater ids. */
public record ImportId(UUID value) {

    byte[] bytes() {
        return Ids.bytes(value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
