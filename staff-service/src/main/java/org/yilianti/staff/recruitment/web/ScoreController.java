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
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Requires;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.recruitment.Campaign;
import org.yilianti.staff.recruitment.ScoreManagement;

/** Lists of scores, all of a list or nothing. */
@RestController
class ScoreController {

    private final ScoreManagement management;

    ScoreController(ScoreManagement management) {
        this.management = management;
    }

    /** One score as it is sent. */
    record ScoreRowRequest(
            @Nullable UUID applicationId,

            @Nullable @Schema(allowableValues = {"paper", "interview"})
            String part,

            @Nullable BigDecimal score) {}

    /** At most 5000 scores of one campaign. */
    record ScoreSheetRequest(
            @Nullable @JsonSetter(contentNulls = Nulls.FAIL) List<ScoreRowRequest> rows) {

        int count() {
            return rows == null ? 0 : rows.size();
        }

        Entry entry() {
            List<@Nullable Object> form = new ArrayList<>();
            for (int i = 0; rows != null && i < rows.size(); i++) {
                ScoreRowRequest row = rows.get(i);
                String at = "rows/" + i + "/";
                form.addAll(Arrays.asList(at + "applicationId", row.applicationId(), at + "part", row.part()));
                form.addAll(Arrays.asList(at + "score", row.score()));
            }
            return Entry.form(form.toArray());
        }
    }

    /** How many scores were taken. */
    record ScoreSheetView(UUID campaignId, int taken) {}

    /** Enters many scores; a wrong row refuses the whole list and has a pointer of its own. */
    @PostMapping("/v1/recruitment-campaigns/{id}/score-sheets")
    @Requires({Role.HR_OFFICER, Role.EVALUATOR})
    ResponseEntity<ScoreSheetView> score(
            Caller caller, @PathVariable UUID id, ExpectedVersion expected, @RequestBody ScoreSheetRequest request) {
        Editor editor = Editor.of(caller, Role.HR_OFFICER, Role.EVALUATOR);
        Campaign campaign = management.score(editor, id, expected, request.entry(), request.count());
        return ResponseEntity.ok()
                .eTag(ExpectedVersion.etag(campaign.version()))
                .body(new ScoreSheetView(campaign.id(), request.count()));
    }
}
