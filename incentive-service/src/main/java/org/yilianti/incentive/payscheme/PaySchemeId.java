package org.yilianti.incentive.payscheme;

import java.util.UUID;
import org.yilianti.platform.ids.Ids;

/** Identifies an edition of a pay scheme. */
public record PaySchemeId(UUID value) {

    static PaySchemeId next() {
        return new PaySchemeId(Ids.next());
    }

    /** The sixteen stored bytes. */
    public byte[] bytes() {
        return Ids.bytes(value);
    }
}
