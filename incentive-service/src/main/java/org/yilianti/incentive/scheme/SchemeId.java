package org.yilianti.incentive.scheme;

import java.util.UUID;
import org.yilianti.platform.ids.Ids;

/** Identifies an indicator scheme. */
public record SchemeId(UUID value) {

    static SchemeId next() {
        return new SchemeId(Ids.next());
    }

    /** The sixteen stored bytes. */
    public byte[] bytes() {
        return Ids.bytes(value);
    }
}
