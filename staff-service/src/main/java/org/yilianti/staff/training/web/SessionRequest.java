package org.yilianti.staff.training.web;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.training.SessionManagement.Lengths;

/**
 * A session as it is sent.
 *
 * @param programmeId read once, when it is announced
 * @param costFen of each who takes part
 * @param criteria none: first come, first served
 * @param tieRule measures that decide between equal scores
 */
record SessionRequest(
        @Nullable UUID programmeId,
        @Nullable String place,
        @Nullable @Schema(format = "date") String startsOn,
        @Nullable @Schema(format = "date") String endsOn,
        @Nullable @Schema(format = "date") String applyUntil,
        @Nullable BigDecimal capacity,
        @Nullable BigDecimal costFen,
        @Nullable @JsonSetter(contentNulls = Nulls.FAIL) List<CriterionRequest> criteria,
        @Nullable List<String> tieRule) {

    /**
     * One criterion as it is sent.
     *
     * @param full value from which on it gives all its points
     */
    record CriterionRequest(
            @Nullable @Schema(
                    allowableValues = {
                        "rural",
                        "grassroots",
                        "years-in-title",
                        "lacking-credits",
                        "years-since-last",
                        "priority"
                    })
            String measure,

            @Nullable BigDecimal weight,
            @Nullable BigDecimal full) {}

    Lengths lengths() {
        return new Lengths(criteria == null ? 0 : criteria.size(), tieRule == null ? 0 : tieRule.size());
    }

    Entry entry() {
        List<@Nullable Object> form = new ArrayList<>();
        add(form, "place", place);
        add(form, "startsOn", startsOn);
        add(form, "endsOn", endsOn);
        add(form, "applyUntil", applyUntil);
        add(form, "capacity", capacity);
        add(form, "costFen", costFen);
        for (int i = 0; criteria != null && i < criteria.size(); i++) {
            CriterionRequest criterion = criteria.get(i);
            add(form, "criteria/" + i + "/measure", criterion.measure());
            add(form, "criteria/" + i + "/weight", criterion.weight());
            add(form, "criteria/" + i + "/full", criterion.full());
        }
        for (int i = 0; tieRule != null && i < tieRule.size(); i++) {
            add(form, "tieRule/" + i, tieRule.get(i));
        }
        return Entry.form(form.toArray());
    }

    private static void add(List<@Nullable Object> form, String field, @Nullable Object value) {
        form.add(field);
        form.add(value);
    }
}
