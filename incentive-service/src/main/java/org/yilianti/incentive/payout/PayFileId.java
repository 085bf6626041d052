package org.yilianti.incentive.payout;

import java.util.UUID;
import org.yilianti.platform.ids.Ids;

/** Identifies a pay file. */
public record PayFileId(UUID value) {

    static PayFileId next() {
        return new PayFileId(Ids.next());
    }

    /** The sixteen stored bytes. */
    public byte[] bytes() {
        return Ids.bytes(value);
    }
}
