package org.yilianti.staff.recruitment.web;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.recruitment.CampaignManagement.Lengths;

/**
 * A campaign as it is sent.
 *
 * @param institutionCode who holds it; read once, when it is drafted
 * @param paperWeight share of the total; the two weights sum to 1
 * @param tieRules what decides between equal totals, in this order
 */
record CampaignRequest(
        @Nullable String institutionCode,
        @Nullable String title,
        @Nullable @Schema(format = "date") String applyFrom,
        @Nullable @Schema(format = "date") String applyUntil,
        @Nullable @Schema(format = "date") String startsOn,
        @Nullable BigDecimal paperWeight,
        @Nullable BigDecimal paperMinimum,
        @Nullable BigDecimal interviewWeight,
        @Nullable BigDecimal interviewMinimum,
        @Nullable BigDecimal preferenceCap,
        @Nullable @JsonSetter(contentNulls = Nulls.FAIL) List<GroundRequest> grounds,
        @Nullable List<String> tieRules,
        @Nullable @JsonSetter(contentNulls = Nulls.FAIL) List<PositionRequest> positions) {

    /** A ground of preference as it is sent. */
    record GroundRequest(
            @Nullable String code,
            @Nullable String title,
            @Nullable BigDecimal points) {

        void fill(List<@Nullable Object> form, String at) {
            form.addAll(Arrays.asList(at + "code", code, at + "title", title, at + "points", points));
        }
    }

    /** Places for candidates of a ground, as they are sent. */
    record ReservationRequest(
            @Nullable String ground, @Nullable BigDecimal places) {}

    /** A position as it is sent; what is left out is not asked for. */
    record PositionRequest(
            @Nullable UUID authorisedPostId,
            @Nullable String name,
            @Nullable BigDecimal openings,
            @Nullable BigDecimal maxAge,

            @Nullable @Schema(allowableValues = {"secondary", "college", "bachelor", "master", "doctor"})
            String minEducation,

            @Nullable @Schema(allowableValues = {"none", "junior", "intermediate", "associate-senior", "senior"})
            String minTitle,

            @Nullable String specialty,
            @Nullable Boolean licenceRequired,
            @Nullable @JsonSetter(contentNulls = Nulls.FAIL) List<ReservationRequest> reservations,
            @Nullable Boolean releaseUnfilled) {

        void fill(List<@Nullable Object> form, String at) {
            form.addAll(Arrays.asList(at + "authorisedPostId", authorisedPostId, at + "name", name));
            form.addAll(Arrays.asList(at + "openings", openings, at + "maxAge", maxAge, at + "specialty", specialty));
            form.addAll(Arrays.asList(at + "minEducation", minEducation, at + "minTitle", minTitle));
            form.addAll(
                    Arrays.asList(at + "licenceRequired", licenceRequired, at + "releaseUnfilled", releaseUnfilled));
            for (int i = 0; reservations != null && i < reservations.size(); i++) {
                String here = at + "reservations/" + i + "/";
                ReservationRequest reservation = reservations.get(i);
                form.addAll(
                        Arrays.asList(here + "ground", reservation.ground(), here + "places", reservation.places()));
            }
        }
    }

    Lengths lengths() {
        List<Integer> reserved = positions == null
                ? List.of()
                : positions.stream()
                        .map(position -> size(position.reservations()))
                        .toList();
        return new Lengths(size(grounds), size(tieRules), reserved);
    }

    private static int size(@Nullable List<?> list) {
        return list == null ? 0 : list.size();
    }

    Entry entry() {
        List<@Nullable Object> form = new ArrayList<>();
        form.addAll(Arrays.asList("institutionCode", institutionCode, "title", title));
        form.addAll(Arrays.asList("applyFrom", applyFrom, "applyUntil", applyUntil, "startsOn", startsOn));
        form.addAll(Arrays.asList("paperWeight", paperWeight, "paperMinimum", paperMinimum));
        form.addAll(Arrays.asList("interviewWeight", interviewWeight, "interviewMinimum", interviewMinimum));
        form.addAll(Arrays.asList("preferenceCap", preferenceCap));
        for (int i = 0; grounds != null && i < grounds.size(); i++) {
            grounds.get(i).fill(form, "grounds/" + i + "/");
        }
        for (int i = 0; tieRules != null && i < tieRules.size(); i++) {
            form.addAll(Arrays.asList("tieRules/" + i, tieRules.get(i)));
        }
        for (int i = 0; positions != null && i < positions.size(); i++) {
            positions.get(i).fill(form, "positions/" + i + "/");
        }
        return Entry.form(form.toArray());
    }
}
