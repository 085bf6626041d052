package org.yilianti.staff.tenure.web;

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

/**
 * A tenure as it is sent; a change of targets reads the targets only.
 *
 * @param termFrom its first day; it lasts as long as the policy says
 * @param noticeTo first day after the public notice
 */
record TenureRequest(
        @Nullable UUID memberId,
        @Nullable String institutionCode,
        @Nullable String post,
        @Nullable @Schema(format = "date") String termFrom,

        @Nullable @Schema(allowableValues = {"open-competition", "public-recommendation", "appointment"})
        String method,

        @Nullable @Schema(format = "date") String announcedOn,
        @Nullable Integer candidates,
        @Nullable @Schema(format = "date") String noticeFrom,
        @Nullable @Schema(format = "date") String noticeTo,
        @Nullable @JsonSetter(contentNulls = Nulls.FAIL) List<TargetRequest> targets) {

    /** One target as it is sent; the weights of all sum to 1. */
    record TargetRequest(
            @Nullable String code,
            @Nullable String title,
            @Nullable BigDecimal goal,
            @Nullable BigDecimal weight) {}

    int count() {
        return targets == null ? 0 : targets.size();
    }

    Entry entry() {
        List<@Nullable Object> form = new ArrayList<>();
        form.addAll(Arrays.asList("institutionCode", institutionCode, "post", post, "termFrom", termFrom));
        form.addAll(Arrays.asList("method", method, "announcedOn", announcedOn, "candidates", candidates));
        form.addAll(Arrays.asList("noticeFrom", noticeFrom, "noticeTo", noticeTo));
        for (int i = 0; targets != null && i < targets.size(); i++) {
            TargetRequest target = targets.get(i);
            String at = "targets/" + i + "/";
            form.addAll(Arrays.asList(at + "code", target.code(), at + "title", target.title()));
            form.addAll(Arrays.asList(at + "goal", target.goal(), at + "weight", target.weight()));
        }
        return Entry.form(form.toArray());
    }
}
