package org.yilianti.staff.team.web;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Requires;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.Page;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.listing.SortOrder;
import org.yilianti.staff.team.Drill;
import org.yilianti.staff.team.DrillManagement;
import org.yilianti.staff.team.DrillRepository;
import org.yilianti.staff.team.web.TeamViews.DrillView;

/** Drills of emergency teams. */
@RestController
@RequestMapping("/v1/emergency-drills")
class DrillController {

    private static final Map<String, String> SORTABLE = Map.of("heldOn", "d.held_on");

    private final DrillManagement management;
    private final DrillRepository drills;

    DrillController(DrillManagement management, DrillRepository drills) {
        this.management = management;
        this.drills = drills;
    }

    /** How soon somebody came; without minutes they did not. */
    record ArrivalRequest(
            @Nullable UUID teamMemberId, @Nullable BigDecimal minutes) {}

    /** A drill as it is sent, with everybody who was called. */
    record DrillRequest(
            @Nullable UUID teamId,
            @Nullable @Schema(format = "date") String heldOn,
            @Nullable String subject,
            @Nullable @JsonSetter(contentNulls = Nulls.FAIL) List<ArrivalRequest> arrivals) {

        List<UUID> called() {
            return arrivals == null
                    ? List.of()
                    : arrivals.stream()
                            .map(arrival -> Objects.requireNonNullElse(arrival.teamMemberId(), new UUID(0, 0)))
                            .toList();
        }

        Entry entry() {
            List<@Nullable Object> form = new ArrayList<>();
            form.addAll(Arrays.asList("heldOn", heldOn, "subject", subject));
            for (int i = 0; arrivals != null && i < arrivals.size(); i++) {
                form.addAll(Arrays.asList(
                        "arrivals/" + i + "/minutes", arrivals.get(i).minutes()));
            }
            return Entry.form(form.toArray());
        }
    }

    @GetMapping
    @Requires({Role.ASSOCIATION_ADMIN, Role.HR_OFFICER, Role.REGISTRAR, Role.SCHEDULER, Role.AUDITOR})
    Page<DrillView> list(
            Caller caller,
            PageRequest page,
            @RequestParam(required = false) @Nullable UUID team,
            @RequestParam(required = false) @Nullable String sort) {
        SortOrder order = SortOrder.of(sort, SORTABLE, "-heldOn", "d.id");
        var rows = drills.list(caller.association(), TeamController.scope(caller), team, order, page);
        return Page.of(rows, page, row -> SortOrder.cursor(row.heldOn(), row.id()))
                .map(row -> DrillView.of(row, null));
    }

    @GetMapping("/{id}")
    @Requires({Role.ASSOCIATION_ADMIN, Role.HR_OFFICER, Role.REGISTRAR, Role.SCHEDULER, Role.AUDITOR})
    DrillView get(Caller caller, @PathVariable UUID id) {
        return drills.find(caller.association(), TeamController.scope(caller), id)
                .map(drill -> DrillView.of(drill, drills.arrivals(id)))
                .orElseThrow(() -> Refusal.notFound("team.drill-unknown", id));
    }

    /** Records a drill; whoever came in time has shown that they are ready. */
    @PostMapping
    @Requires(Role.HR_OFFICER)
    ResponseEntity<DrillView> record(Caller caller, @RequestBody DrillRequest request) {
        UUID team = request.teamId();
        if (team == null) {
            throw Refusal.invalid("required").at("/teamId");
        }
        Drill drill = management.record(Editor.of(caller, Role.HR_OFFICER), team, request.entry(), request.called());
        return ResponseEntity.created(URI.create("/v1/emergency-drills/" + drill.id()))
                .body(DrillView.of(drill, drills.arrivals(drill.id())));
    }
}
