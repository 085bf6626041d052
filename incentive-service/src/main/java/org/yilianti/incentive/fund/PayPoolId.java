package org.yilianti.incentive.fund;

import java.util.UUID;
import org.yilianti.platform.ids.Ids;

/** Identifies a pay pool. */
public record PayPoolId(UUID value) {

    static PayPoolId next() {
        return new PayPoolId(Ids.next());
    }

    /** The sixteen stored bytes. */
    public byte[] bytes() {
        return Ids.bytes(value);
    }
}
