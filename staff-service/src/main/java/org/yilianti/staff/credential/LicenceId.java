package org.yilianti.staff.credential;

import java.util.UUID;
import org.yilianti.platform.ids.Ids;

/** Identifies a licence. */
public record LicenceId(UUID value) {

    static LicenceId next() {
        return new LicenceId(Ids.next());
    }

    /** The id stored in a column. */
    public static LicenceId of(byte[] column) {
        return new LicenceId(Ids.uuid(column));
    }

    byte[] bytes() {
        return Ids.bytes(value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
