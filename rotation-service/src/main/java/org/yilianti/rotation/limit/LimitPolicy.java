package org.yilianti.rotation.limit;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import org.yilianti.rotation.roster.LimitValues;
import org.yilianti.rotation.roster.RosterPolicy;

/**
 * How exceptions of single people from the limits come about.
 *
 * @param secondPerson which of them a second person decides
 * @param longestDays how long one may last; it can be renewed
 * @param mostWeeklyHours what nobody may be asked to exceed, whatever is agreed
 */
public record LimitPolicy(SecondPerson secondPerson, int longestDays, int mostWeeklyHours) {

    /** Which exceptions a second person decides. */
    public enum SecondPerson {
        ALWAYS,
        LOOSENING,
        NEVER;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        static SecondPerson ofCode(String code) {
            return Arrays.stream(values())
                    .filter(one -> one.code().equals(code))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("secondPerson is always, loosening or never"));
        }
    }

    public LimitPolicy {
        if (longestDays < 1 || mostWeeklyHours < 1 || mostWeeklyHours > 168) {
            throw new IllegalArgumentException("longestDays must be at least 1, mostWeeklyHours 1 to 168");
        }
    }

    /** More work needs two people; 60 h are 44 h and the monthly 36 h of overtime spread over two weeks (proposal of this project). */
    static LimitPolicy standard() {
        return new LimitPolicy(SecondPerson.LOOSENING, 366, 60);
    }

    boolean asksForSecondPerson(LimitValues values, RosterPolicy rosters) {
        return switch (secondPerson) {
            case ALWAYS -> true;
            case LOOSENING -> values.loosens(rosters);
            case NEVER -> false;
        };
    }
}
