package org.yilianti.staff.member;

import java.util.UUID;
import org.yilianti.platform.ids.Ids;

/** Identifies an appointment. */
public record AppointmentId(UUID value) {

    static AppointmentId next() {
        return new AppointmentId(Ids.next());
    }

    /** The id stored in a column. */
    public static AppointmentId of(byte[] column) {
        return new AppointmentId(Ids.uuid(column));
    }

    public byte[] bytes() {
        return Ids.bytes(value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
