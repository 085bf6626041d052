package org.yilianti.incentive.payrun;

import java.util.UUID;
import org.yilianti.platform.ids.Ids;

/** Identifies a pay run. */
public record PayRunId(UUID value) {

    static PayRunId next() {
        return new PayRunId(Ids.next());
    }

    /** The sixteen stored bytes. */
    public byte[] bytes() {
        return Ids.bytes(value);
    }
}
