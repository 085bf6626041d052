package org.yilianti.staff.member;

import java.util.UUID;
import org.yilianti.platform.ids.Ids;

/** Identifies a member. */
public record MemberId(UUID value) {

    static MemberId next() {
        return new MemberId(Ids.next());
    }

    /** The id stored in a column. */
    public static MemberId of(byte[] column) {
        return new MemberId(Ids.uuid(column));
    }

    public byte[] bytes() {
        return Ids.bytes(value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
