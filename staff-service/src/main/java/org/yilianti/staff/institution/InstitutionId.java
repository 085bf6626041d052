package org.yilianti.staff.institution;

import java.util.UUID;
import org.yilianti.platform.ids.Ids;

/** Identifies an institution. */
public record InstitutionId(UUID value) {

    static InstitutionId next() {
        return new InstitutionId(Ids.next());
    }

    /** The id stored in a column. */
    public static InstitutionId of(byte[] column) {
        return new InstitutionId(Ids.uuid(column));
    }

    public byte[] bytes() {
        return Ids.bytes(value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
