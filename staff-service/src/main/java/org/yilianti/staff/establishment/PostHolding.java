package org.yilianti.staff.establishment;

import java.util.List;

/**
 * How a line is filled on a day.
 *
 * @param permits those of its line that were ever granted
 * @param authorised people the line and its permits allow on the day; nobody when it does not hold then
 * @param held people who hold it on the day
 */
public record PostHolding(AuthorisedPost post, List<Permit> permits, int authorised, long held) {

    /** Negative beyond the establishment. */
    public long vacancy() {
        return authorised - held;
    }
}
