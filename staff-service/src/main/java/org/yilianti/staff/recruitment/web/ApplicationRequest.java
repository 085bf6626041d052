package org.yilianti.staff.recruitment.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.staff.entry.Entry;

/**
 * An application as it is sent.
 *
 * @param education highest that is completed
 * @param grounds codes of the grounds of preference that the candidate claims
 */
record ApplicationRequest(
        @Nullable UUID campaignId,
        @Nullable UUID positionId,
        @Nullable String name,
        @Nullable String nameLatin,

        @Nullable @Schema(allowableValues = {"female", "male"})
        String sex,

        @Nullable @Schema(format = "date") String birthDate,
        @Nullable String nationalId,
        @Nullable String phone,

        @Nullable @Schema(allowableValues = {"secondary", "college", "bachelor", "master", "doctor"})
        String education,

        @Nullable @Schema(allowableValues = {"none", "junior", "intermediate", "associate-senior", "senior"})
        String title,

        @Nullable @Schema(format = "date") String titleSince,
        @Nullable String specialty,
        @Nullable String licenceNumber,
        @Nullable List<String> grounds) {

    Entry entry() {
        List<@Nullable Object> form = new ArrayList<>();
        form.addAll(Arrays.asList("name", name, "nameLatin", nameLatin, "sex", sex, "birthDate", birthDate));
        form.addAll(Arrays.asList("nationalId", nationalId, "phone", phone, "education", education));
        form.addAll(Arrays.asList("title", title, "titleSince", titleSince, "specialty", specialty));
        form.addAll(Arrays.asList("licenceNumber", licenceNumber));
        addGrounds(form, grounds);
        return Entry.form(form.toArray());
    }

    static void addGrounds(List<@Nullable Object> form, @Nullable List<String> grounds) {
        for (int i = 0; grounds != null && i < grounds.size(); i++) {
            form.addAll(Arrays.asList("grounds/" + i, grounds.get(i)));
        }
    }

    static int count(@Nullable List<String> grounds) {
        return grounds == null ? 0 : grounds.size();
    }
}
